import { expect } from '@open-wc/testing';
import { recordPanels } from '../src/crm/record/record-panels.ts';

describe('the deals of a record', () => {
  it('are a panel of leads and companies, whose code comes when it is wanted', async () => {
    const panel = recordPanels.find(({ name }) => name === 'deals');
    expect(panel?.of).to.deep.equal(['lead', 'company']);
    expect(panel?.needs).to.equal('deal.read');
    expect((await panel!.load()).tag).to.equal('record-deals');
  });
});
