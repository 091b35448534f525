import { expect } from '@open-wc/testing';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { entryOf, place, show, useApp } from './show-app.ts';
import { until } from './until.ts';

useApp();

describe('the app, while things happen', () => {
  it('asks for its figures once for all mails of a while, and at once for what somebody did', async () => {
    const { sample } = await show();
    const askedOf = (name: string): number[] =>
      sample.calls.flatMap((call, at) =>
        call.name === name && JSON.stringify(call.input).includes('running') ? [at] : [],
      );
    const figures = (): number[] => sample.calls.flatMap(({ name }, at) => (name === 'analytics.overview' ? [at] : []));
    const before = { figures: figures().length, campaigns: askedOf('campaigns.list').length };
    let said = 0;
    const mails = (count: number): void => {
      for (let at = 0; at < count; at++)
        for (const type of ['delivery.accepted', 'mail.opened'] as const)
          sample.emit({ id: `e${said++}`, type, at: '', data: { deliveryId: `dlv_${at}` } } as never);
    };
    mails(40);
    await until(() => figures().length > before.figures && askedOf('campaigns.list').length > before.campaigns);
    // The campaign goes on sending; somebody pauses another one.
    mails(40);
    sample.emit({
      id: 'paused',
      type: 'campaign.updated',
      at: '',
      data: { campaignId: 'cmp_0', state: 'paused' },
    } as never);
    await until(() => askedOf('campaigns.list').length === before.campaigns + 2);
    const second = askedOf('campaigns.list')[before.campaigns + 1] as number;
    expect(figures().filter((at) => at < second)).to.have.length(before.figures + 1);
    // What was left is told later, once.
    await until(() => figures().length === before.figures + 2);
  });

  it('says where it is in the language of now, once that was changed', async () => {
    const { root, instance } = await show();
    entryOf(root, 'Templates').click();
    await settle(place);
    instance.update({ locale: 'de' });
    await until(() => findDeep(root, '.shell > [role=status]').textContent === 'Vorlagen');
    instance.update({ locale: 'en' });
  });
});
