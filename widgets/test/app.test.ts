import { expect } from '@open-wc/testing';
import type { App } from '../src/app/app/app.ts';
import { matchRoute, pathTo } from '../src/app/app-routes.ts';
import { deepFocus } from '../src/app/deep-focus.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { byText } from './look-inside.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';
import { entryOf, entryWords, front, place, show, useApp, words } from './show-app.ts';
import type { Staging } from './stage.ts';

useApp();

describe('routes', () => {
  it('lead to a place and back to the same address, and nowhere where there is no place', () => {
    expect(matchRoute('/campaigns/cmp_0')).to.deep.equal({ name: 'campaign', id: 'cmp_0' });
    expect(matchRoute('/campaigns/new')).to.deep.equal({ name: 'new-campaign', id: '' });
    expect(matchRoute('/inbox/?tab=1#top')).to.deep.equal({ name: 'inbox', id: '' });
    expect(pathTo('lead', 'lea_1')).to.equal('/leads/lea_1');
    for (const lost of ['/nowhere', '/campaigns/a/b', '/campaigns/<script>', 'javascript:alert(1)']) {
      expect(matchRoute(lost), lost).to.equal(null);
    }
  });
});

describe('app', () => {
  it('goes where its navigation says, tells the host, moves the focus to the page and says its name', async () => {
    const { app, root, heard } = await show();
    expect(entryWords(root)).to.deep.equal([
      'Home',
      'Search',
      'Campaigns',
      'Inbox',
      'Leads',
      'Board',
      'Deals',
      'Companies',
      'Tasks',
      'Segments',
      'Lists',
      'Forecast',
      'Revenue and cost',
      'Analytics',
      'Costs',
      'Teams',
      'Custom fields',
      'Tags',
      'Pipelines',
      'Templates',
      'Mailboxes',
    ]);
    entryOf(root, 'Templates').click();
    await settle(place);
    expect(app.route).to.equal('/templates');
    expect(heard).to.deep.equal([
      ['navigate', { path: '/templates', href: null, replace: false }],
      ['change-route', { path: '/templates', title: 'Templates', replace: false }],
    ]);
    expect(root.activeElement).to.equal(front(root));
    expect(front(root).getAttribute('aria-label')).to.equal('Templates');
    expect(findDeep(root, '.shell > [role=status]').textContent).to.equal('Templates');
    expect(entryOf(root, 'Templates').getAttribute('aria-current')).to.equal('page');
  });

  it('opens deep links: a campaign, a lead in its drawer, an act over its page', async () => {
    const { app, root, sample } = await show({ attributes: { route: '/campaigns/cmp_0' } });
    expect(root.querySelector('acme-campaign-editor')).not.to.equal(null);
    app.route = '/leads/lea_7';
    await settle(place);
    expect(
      sample.calls.some(({ name, input }) => name === 'leads.get' && (input as { id: string }).id === 'lea_7'),
    ).to.equal(true);
    const lead = findDeep<HTMLElement & { open: boolean }>(root, 'acme-lead-form');
    await until(() => lead.open);
    findDeep<HTMLDialogElement>(lead.shadowRoot as ShadowRoot, 'dialog').close();
    await settle(place);
    expect(app.route).to.equal('/leads');
    app.route = '/mailboxes/new';
    await settle(place);
    const form = findDeep(root, '.shell > acme-mailbox-form');
    expect(findDeep<HTMLDialogElement>(form.shadowRoot as ShadowRoot, 'dialog').open).to.equal(true);
    findDeep<HTMLDialogElement>(form.shadowRoot as ShadowRoot, 'dialog').close();
    await settle(place);
    expect(app.route).to.equal('/mailboxes');
  });

  it('leads from what is wrong with a mailbox to that mailbox, and back to the list', async () => {
    const { app, root } = await show();
    findDeep(front(root), 'button.line .trouble').click();
    await settle(place);
    expect(app.route).to.equal('/mailboxes/mbx_sales');
    const form = findDeep(front(root), 'acme-mailbox-form');
    expect(words(form.shadowRoot as ShadowRoot)).to.contain('sales@harbor.example');
    findDeep<HTMLDialogElement>(form.shadowRoot as ShadowRoot, 'dialog').close();
    await settle(place);
    expect(app.route).to.equal('/mailboxes');
  });

  it('shows the month at home: what was sent, and what came back', async () => {
    const { root } = await show();
    const charts = [...everyDeep(root)].filter((one) => one.localName === 'acme-chart') as (HTMLElement & {
      series: { name: string }[];
    })[];
    // Each on a scale of its own: a few replies would vanish beside what was sent.
    expect(charts.map(({ series }) => series.map(({ name }) => name))).to.deep.equal([['Sent'], ['Replied']]);
  });

  it('says so where an address leads nowhere, and leads back', async () => {
    const { app, root } = await show({ attributes: { route: '/nowhere' } });
    expect(words(root)).to.contain('This page is not here');
    findDeep(root, '.page acme-button').click();
    await settle(place);
    expect(app.route).to.equal('/');
    expect(words(front(root))).to.contain('Waiting for your answer');
  });

  it('follows what a page opens, as one step back', async () => {
    const { app, root, heard } = await show({ attributes: { route: '/campaigns' } });
    findDeep(root, '.line[data-index="1"]').click();
    await settle(place);
    expect(app.route).to.equal('/campaigns/cmp_1');
    app.route = '/inbox';
    await settle(place);
    heard.length = 0;
    const threads = [...everyDeep(front(root))].filter((each): each is HTMLElement => each.matches('.thread'));
    for (const at of [1, 2]) {
      threads[at]?.click();
      await settle(place);
    }
    expect(
      heard.filter(([name]) => name === 'change-route').map(([, detail]) => [detail['path'], detail['replace']]),
    ).to.deep.equal([
      ['/inbox/cnv_1', false],
      ['/inbox/cnv_2', true],
    ]);
  });

  it('keeps a page as it was left: what was written, and where the focus was', async () => {
    const { app, root } = await show({ attributes: { route: '/campaigns/cmp_4' } });
    const name = findDeep<HTMLInputElement>(front(root), 'input');
    const editor = findDeep(root, 'acme-campaign-editor');
    name.focus();
    name.value = 'Half written';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(place);
    app.route = '/campaigns/cmp_0';
    await settle(place);
    app.route = '/campaigns/cmp_4';
    await settle(place);
    expect(findDeep(front(root), 'acme-campaign-editor')).to.equal(editor);
    expect(findDeep<HTMLInputElement>(front(root), 'input').value).to.equal('Half written');
    expect(deepFocus(root)).to.equal(name);
  });

  it('shows only what the session may see, and says so where an address leads elsewhere', async () => {
    const permissions = ['workspace.read', 'inbox.read', 'inbox.reply'];
    const { app, root, sample } = await show({ sample: { permissions } });
    expect(entryWords(root)).to.deep.equal(['Home', 'Search', 'Inbox']);
    expect(
      sample.calls.map(({ name }) => name).filter((name) => /^(leads|campaigns|mailboxes|analytics)\./.test(name)),
    ).to.deep.equal([]);
    app.route = '/leads';
    await settle(place);
    expect(words(front(root))).to.contain('You cannot see this');
    app.route = '/leads/import';
    await settle(place);
    expect(root.querySelector('acme-lead-import-wizard')).to.equal(null);
  });

  it('begins with the first page there is, and needs no grant but its own for its parts', async () => {
    const sample = { permissions: ['workspace.read', 'template.read'] };
    const { root, instance } = await show({ sample });
    expect(words(front(root))).to.contain('First touch, freight');
    const { session } = instance.create('app') as App;
    if (!session?.current) throw new Error('no session');
    session.current = { ...session.current, widgets: ['app'] };
    expect(session.shows('inbox')).to.equal(true);
    session.current = { ...session.current, widgets: ['inbox'] };
    expect(session.shows('lead-table')).to.equal(false);
  });

  it('stands when a page breaks or the service is down', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { app, root } = await show({ sample: given });
    given.fail = Object.assign(new Error('down'), { status: 503, requestId: 'req_1' });
    app.route = '/templates';
    await settle(place);
    expect(words(front(root))).to.contain('This could not be loaded');
    expect(entryWords(root)).to.contain('Inbox');
    given.fail = undefined;
    [...everyDeep(front(root))]
      .find((each) => each.getAttribute('icon') === 'refresh')
      ?.dispatchEvent(new MouseEvent('click'));
    await settle(place);
    expect(words(front(root))).to.contain('First touch, freight');
  });

  it('contains an error thrown while a page renders', async () => {
    const { app, root, sample } = await show();
    const { templates } = sample.client;
    const list = () => Promise.resolve({ items: null, nextCursor: null });
    const broken = new Proxy(templates, {
      get: (area, name) => (name === 'list' ? list : Reflect.get(area, name)),
    });
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (...given) => errors.push(given);
    try {
      Reflect.defineProperty(app.session!, 'client', {
        value: new Proxy(sample.client, {
          get: (client, area) => (area === 'templates' ? broken : Reflect.get(client, area)),
        }),
      });
      app.route = '/templates';
      await settle(place);
      expect(words(front(root))).to.contain('Something in this part went wrong');
      type Drawn = HTMLElement & { requestUpdate: () => void };
      const list = findDeep<Drawn>(front(root), 'acme-template-list');
      for (let redrawn = 0; redrawn < 3; redrawn++) {
        list.requestUpdate();
        await settle(place);
      }
      expect(errors).to.have.length(1);
      // Who tries again in vain learns of the same once more, its developer does not.
      byText(list.shadowRoot ?? document, 'button', 'Try again').click();
      await settle(place);
      expect(words(front(root))).to.contain('Something in this part went wrong');
      expect(errors).to.have.length(1);
      entryOf(root, 'Mailboxes').click();
      await settle(place);
      expect(words(front(root))).to.contain('mara@harbor.example');
    } finally {
      console.error = error;
    }
  });

  it('changes light and dark everywhere, folds its navigation, and tells the host both', async () => {
    const { app, root, heard } = await show();
    findDeep(root, '.account').click();
    await settle(place);
    findDeep(root, '[data-label=Dark]').click();
    await settle(place);
    expect(getComputedStyle(app).colorScheme).to.equal('dark');
    expect(app.session?.appearance.brandColor).to.equal('#2b5fd9');
    app.foldNavigation();
    await settle(place);
    expect(heard.map(([name, detail]) => [name, ...Object.values(detail)])).to.deep.equal([
      ['change-theme', 'dark'],
      ['change-navigation', app.navigation],
    ]);
  });

  it('is a bar and a sheet on a phone, and what is on the page stays when the width changes', async () => {
    const { app, root } = await show({ attributes: { route: '/mailboxes' } });
    const shown = findDeep(front(root), 'acme-mailbox-list');
    const wide = app.layout;
    place.style.setProperty('inline-size', '390px');
    await settle(place);
    expect([wide === 'phone', app.layout]).to.deep.equal([false, 'phone']);
    expect(findDeep(front(root), 'acme-mailbox-list')).to.equal(shown);
    expect(entryWords(root)).to.deep.equal(['Home', 'Campaigns', 'Inbox', 'Leads', 'More']);
    entryOf(root, 'More').click();
    await settle(place);
    const sheet = findDeep<HTMLDialogElement>(root, '.sheet');
    expect(sheet.open).to.equal(true);
    [...sheet.querySelectorAll<HTMLElement>('.entry')].find((each) => each.textContent?.includes('Home'))?.click();
    await settle(place);
    expect([sheet.open, app.route]).to.deep.equal([false, '/']);
    expect(root.activeElement).to.equal(front(root));
  });
});
