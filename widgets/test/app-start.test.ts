import { expect } from '@open-wc/testing';
import { createSample } from './sample-client.ts';
import { followAddress } from '../src/app/follow-address.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { entryOf, entryWords, front, place, show, useApp, words } from './show-app.ts';
import type { Staging } from './stage.ts';
import { until } from './until.ts';

useApp();

describe('first steps', () => {
  it('are computed from what is there, lead to the right place, and count up when something is done', async () => {
    const given: NonNullable<Staging['sample']> = { empty: true };
    const { app, root, sample, heard } = await show({ sample: given });
    expect(words(front(root))).to.contain('0 of 5 steps done');
    expect(entryOf(root, 'Get started').textContent).to.contain('0/5');
    const acts = [...everyDeep(front(root))].filter((each): each is HTMLElement => each.matches('acme-button.act'));
    acts[1]?.click();
    await settle(place);
    expect(app.route).to.equal('/leads/import');
    expect(root.querySelector('acme-lead-import-wizard')).not.to.equal(null);
    app.route = '/get-started';
    await settle(place);
    given.empty = false;
    sample.emit({ id: 'e1', type: 'mailbox.updated', at: '', data: { mailboxId: 'mbx_0', state: 'active' } });
    await until(() => words(front(root)).includes('1 of 5 steps done'));
    expect(heard.some(([name]) => name === 'dismiss-onboarding')).to.equal(false);
  });

  it('are put away for the visit, which the host hears; done ones are not asked for again', async () => {
    const { app, root, heard, sample } = await show({ sample: { empty: true } });
    findDeep(front(root), 'acme-app-get-started', '.head acme-button').click();
    await settle(place);
    expect(heard.map(([name]) => name)).to.deep.equal(['dismiss-onboarding']);
    expect(words(front(root))).not.to.contain('steps done');
    expect(entryWords(root)).not.to.contain('Get started');
    app.route = '/get-started';
    await settle(place);
    expect(words(front(root))).to.contain('0 of 5 steps done');
    expect(sample.calls.length).to.be.lessThan(40);
  });

  it('do not count a mailbox that its server does not let in, and count it again once it does', async () => {
    const given: NonNullable<Staging['sample']> = { mailboxState: 'disconnected' };
    const { root, sample } = await show({ attributes: { route: '/get-started' }, sample: given });
    expect(words(front(root))).to.contain('4 of 5 steps done');
    const tell = (state: string): void =>
      sample.emit({ id: `e-${state}`, type: 'mailbox.updated', at: '', data: { mailboxId: 'mbx_0', state } });
    given.mailboxState = 'active';
    tell('active');
    await until(() => words(front(root)).includes('You are set up'));
    given.mailboxState = 'disconnected';
    tell('disconnected');
    await until(() => words(front(root)).includes('4 of 5 steps done'));
  });

  it('do not count a campaign that was begun and left empty, and count one that says something', async () => {
    const draft = {
      ...(await createSample().client.campaigns.list({ limit: 1 })).items[0],
      state: 'draft',
      stepCount: 1,
    };
    let body = '  ';
    const answers = {
      'campaigns.list': ({ filter }: { filter?: object }) => ({ items: filter ? [] : [draft], nextCursor: null }),
      'campaigns.get': () => ({ ...draft, steps: [{ subject: '', body }] }),
      'templates.list': () => ({ items: [], nextCursor: null }),
    };
    const { root, sample } = await show({ attributes: { route: '/get-started' }, sample: { answers } });
    expect(words(front(root))).to.contain('3 of 5 steps done');
    body = 'Hello';
    sample.emit({ id: 'e1', type: 'campaign.updated', at: '', data: { campaignId: 'cmp_0', state: 'draft' } } as never);
    await until(() => words(front(root)).includes('4 of 5 steps done'));
  });

  it('are complete where everything is done, and hidden where the host says so', async () => {
    const { root } = await show({ attributes: { route: '/get-started' } });
    expect(words(front(root))).to.contain('You are set up');
    const hidden = await show({ attributes: { onboarding: 'hidden' }, sample: { empty: true } });
    expect(words(hidden.root)).not.to.contain('steps done');
  });
});

describe('the address of the page', () => {
  afterEach(() => history.replaceState(null, '', '/'));

  it('is never touched by the app itself', async () => {
    const { root } = await show();
    const [{ href }, { length }, { title }] = [location, history, document];
    entryOf(root, 'Inbox').click();
    await settle(place);
    expect([location.href, history.length, document.title]).to.deep.equal([href, length, title]);
  });

  for (const [by, address] of [
    ['hash', (path: string) => `#${path}`],
    ['history', (path: string) => `/portal${path}`],
  ] as const) {
    it(`is followed by ${by} where the host asks for it, there and back`, async () => {
      history.replaceState(null, '', address('/templates'));
      const { app, root } = await show();
      const stop = followAddress(app, { by, base: '/portal/' });
      await settle(place);
      expect(app.route).to.equal('/templates');
      // A link, to be copied or opened in a tab of its own.
      expect(entryOf(root, 'Inbox').getAttribute('href')).to.equal(address('/inbox'));
      const held = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true });
      addEventListener('click', (event) => event.preventDefault(), { once: true });
      entryOf(root, 'Inbox').dispatchEvent(held);
      expect(app.route).to.equal('/templates');
      entryOf(root, 'Inbox').click();
      await settle(place);
      expect(location.href.endsWith(address('/inbox'))).to.equal(true);
      const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      history.back();
      await back;
      await settle(place);
      expect(app.route).to.equal('/templates');
      stop();
      app.go('/mailboxes');
      await settle(place);
      expect(location.href.endsWith(address('/templates'))).to.equal(true);
    });
  }

  it('is told once, by its own name, where it came before anybody was signed in or leads nowhere', async () => {
    const { app, heard } = await show({}, (early) => (early.route = '/leads'));
    app.route = '/nowhere';
    await settle(place);
    const told = heard.filter(([name]) => name === 'change-route').map(([, { path, title }]) => [path, title]);
    expect(told).to.deep.equal([
      ['/leads', 'Leads'],
      ['/nowhere', 'This page is not here'],
    ]);
  });
});
