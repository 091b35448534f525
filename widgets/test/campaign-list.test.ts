import { expect } from '@open-wc/testing';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { stage, type Staged } from './stage.ts';
import { textOf, until } from './until.ts';

let staged: Staged;
const root = (): ShadowRoot => staged.element.shadowRoot as ShadowRoot;
const all = (selector: string): HTMLElement[] =>
  (staged.element.shadowRoot ? [...everyDeep(root())] : []).filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(selector),
  );
const lines = (): HTMLElement[] => all('.body .line[data-index]');
const lineOf = (name: string): HTMLElement => {
  const found = lines().find((line) => line.textContent?.includes(name));
  if (!found) throw new Error(`No row says "${name}".`);
  return found;
};
const asked = (procedure: string): unknown[] =>
  staged.sample.calls.filter(({ name }) => name === procedure).map(({ input }) => input);
const offered = (label: string, within = ''): HTMLElement | undefined =>
  all(`${within} acme-button`.trim()).find(
    (one) => (one.getAttribute('label') || one.textContent?.trim()) === label && one.checkVisibility(),
  );
const press = async (label: string, within = ''): Promise<void> => {
  await until(() => offered(label, within));
  findDeep(offered(label, within)?.shadowRoot as ShadowRoot, 'button').click();
};
const answer = async (label: string): Promise<void> => {
  await press(label, 'acme-dialog');
  await until(() => !offered(label, 'acme-dialog'));
};
const choose = (name: string, act: string): void =>
  void lineOf(name)
    .querySelector('acme-menu')
    ?.dispatchEvent(new CustomEvent('choose', { detail: act }));
const says = (text: string) => until(() => all('acme-toaster').some((one) => textOf(one).includes(text)));
const undo = (): void =>
  all('acme-toaster').forEach((one) => one.shadowRoot?.querySelector<HTMLElement>('button')?.click());

async function show(permissions?: string[]): Promise<void> {
  document.body.append(document.createElement('main'));
  staged = stage({ widget: 'campaign-list', sample: { ...(permissions && { permissions }) } });
  await until(() => lines().length === 5);
}

describe('the list of campaigns', () => {
  afterEach(() => {
    staged.instance.destroy();
    document.querySelector('main')?.remove();
  });

  it('pauses and resumes at once, and takes either back', async () => {
    await show();
    choose('Cold chain', 'pause');
    await says('Campaign paused');
    await until(() => lineOf('Cold chain').textContent?.includes('Paused'));
    undo();
    await until(() => asked('campaigns.resume').length === 1);
    await until(() => lineOf('Cold chain').textContent?.includes('Running'));
  });

  it('completes and archives what is paused only when one is sure, because neither can be taken back', async () => {
    await show();
    choose('Cold chain', 'complete');
    await answer('Cancel');
    choose('Port agents', 'archive');
    await answer('Cancel');
    expect([...asked('campaigns.complete'), ...asked('campaigns.archive')]).to.have.length(0);
    choose('Port agents', 'archive');
    await answer('Archive');
    await until(() => lines().length === 4);
    expect(asked('campaigns.archive')).to.deep.equal([{ ids: ['cmp_2'] }]);
    choose('Cold chain', 'complete');
    await answer('Complete');
    await until(() => lineOf('Cold chain').textContent?.includes('Completed'));
  });

  it('says of a chosen one that runs what comes before archiving it, and tries nothing', async () => {
    await show();
    lineOf('Cold chain').querySelector<HTMLElement>('input[type=checkbox]')?.click();
    await press('Archive', '.selection');
    await says('A running campaign cannot be archived. Pause or complete it first.');
    expect(asked('campaigns.archive')).to.have.length(0);
    expect(lines()).to.have.length(5);
  });

  it('shows archived ones without views, and brings them back', async () => {
    await show();
    choose('Trade fair', 'archive');
    await says('1 archived');
    await press('Show archived');
    await until(() => lines().length === 1);
    expect(all('acme-tabs')).to.have.length(0);
    choose('Trade fair', 'restore');
    await until(() => root().querySelector('acme-empty'));
    await press('Show active');
    await until(() => lines().length === 5);
  });

  it('finds the way out of a view that holds nothing', async () => {
    await show();
    const search = root().querySelector('acme-search');
    search?.dispatchEvent(new CustomEvent('search', { detail: 'nothing is called so' }));
    await press('Clear filters');
    await until(() => lines().length === 5);
    root()
      .querySelector('acme-tabs')
      ?.dispatchEvent(new CustomEvent('choose', { detail: 'draft' }));
    await until(() => lines().length === 1);
    expect(asked('campaigns.list').at(-1)).to.deep.equal({ limit: 50, filter: { state: ['draft'] } });
  });

  it('offers neither steering nor archiving to who may only write', async () => {
    await show(['campaign.read', 'campaign.write']);
    expect(all('.line acme-menu, .line input[type="checkbox"]')).to.have.length(0);
    expect(offered('New campaign')).to.be.instanceOf(HTMLElement);
  });

  it('opens a campaign in its place with what happened to it, and comes back', async () => {
    await show();
    lineOf('Freight brokers').click();
    await until(() => lines().length === 0);
    await until(() => all('acme-timeline').some((one) => one.shadowRoot?.querySelector('li')));
    await press('Back to campaigns');
    await until(() => lines().length === 5);
  });
});
