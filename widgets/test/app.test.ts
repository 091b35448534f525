import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import type { App } from '../src/app/app/app.ts';
import { pages } from '../src/app/app-pages.ts';
import { matchRoute, pathTo } from '../src/app/app-routes.ts';
import { followAddress } from '../src/app/follow-address.ts';
import type { CommandPalette } from '../src/kit/command-palette.ts';
import { clearPlace } from './scenes/clear-place.ts';
import { everyDeep, findDeep } from './scenes/find-deep.ts';
import { scenes as appScenes } from './scenes/app.scenes.ts';
import { scenes as paletteScenes } from './scenes/kit-command-palette.scenes.ts';
import { settle } from './scenes/settle.ts';
import { stage, type Staged, type Staging } from './stage.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
const open: Staged[] = [];
let place: HTMLElement;

interface Shown extends Staged {
  app: App;
  root: ShadowRoot;
  /** What the host heard, by name. */
  heard: [name: string, detail: Record<string, unknown>][];
}

async function show(staging: Partial<Staging> = {}): Promise<Shown> {
  const staged = stage({ widget: 'app', appearance: { theme: 'light', brandColor: '#2b5fd9' }, ...staging }, place);
  open.push(staged);
  const heard: Shown['heard'] = [];
  for (const name of ['navigate', 'change-route', 'change-theme', 'change-navigation', 'dismiss-onboarding']) {
    staged.element.addEventListener(`acme-${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
  }
  await customElements.whenDefined('acme-app');
  await settle(place);
  const root = staged.element.shadowRoot;
  if (!root) throw new Error('The app has no shadow root.');
  return { ...staged, app: staged.element as App, root, heard };
}

const words = (root: ParentNode): string =>
  [...everyDeep(root)]
    .flatMap(({ childNodes }) => [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.textContent?.trim())
    .filter(Boolean)
    .join(' ');
const front = (root: ShadowRoot): HTMLElement => findDeep(root, '.page:not([inert])');
const entryOf = (root: ShadowRoot, word: string): HTMLElement => {
  const entries = [...root.querySelectorAll<HTMLElement>('nav .entry')];
  const found = entries.find((entry) => entry.querySelector('.words')?.textContent === word);
  if (!found) throw new Error(`No entry says ${word}.`);
  return found;
};
const entryWords = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll('nav .entry .words')].map((each) => each.textContent ?? '');
const press = (target: EventTarget, key: string, held: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...held }));
const palette = (root: ShadowRoot): { element: CommandPalette; field: HTMLInputElement } => ({
  element: findDeep<CommandPalette>(root, 'acme-command-palette'),
  field: findDeep<HTMLInputElement>(root, '[role=combobox]'),
});
async function write(field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await settle(place);
}
const activeOption = (field: HTMLInputElement): string => {
  const id = field.getAttribute('aria-activedescendant') ?? '';
  return (field.getRootNode() as ShadowRoot).getElementById(id)?.querySelector('.name')?.textContent ?? '';
};

before(async () => {
  // Here every module is a request of its own: what a page needs is asked for once, before any test waits for it.
  await Promise.all(Object.values(pages).map(({ load }) => load()));
  await Promise.all([
    import('../src/app/app-palette.ts'),
    import('../src/app/help-sheet.ts'),
    import('../src/crm/lead-import/lead-import-wizard.ts'),
    import('../src/outreach/mailbox-list/mailbox-form.ts'),
  ]);
  document.documentElement.lang = 'en';
  document.title = 'Portal';
  const style = new CSSStyleSheet();
  style.replaceSync('body{margin:0;font-family:sans-serif}');
  document.adoptedStyleSheets = [style];
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  for (const { element, instance } of open.splice(0)) {
    element.remove();
    instance.destroy();
  }
});

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
      ...['Home', 'Campaigns', 'Inbox', 'Leads', 'Board', 'Analytics', 'Templates', 'Mailboxes'],
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
    expect(findDeep(root, '[role=status].visually-hidden').textContent).to.equal('Templates');
    expect(entryOf(root, 'Templates').getAttribute('aria-current')).to.equal('page');
  });

  it('stays where it is when the host takes over, and goes where the host sets it', async () => {
    const { app, root, heard } = await show();
    app.addEventListener('acme-navigate', (event) => event.preventDefault(), { once: true });
    entryOf(root, 'Leads').click();
    await settle(place);
    expect(app.route).to.equal('/');
    app.setAttribute('route', '/mailboxes');
    await settle(place);
    expect(words(front(root))).to.contain('mara@harbor.example');
    // The focus was not in the app, so it was left where it was.
    expect(document.activeElement).to.equal(document.body);
    expect(heard.at(-1)?.[1]).to.include({ path: '/mailboxes' });
  });

  it('opens deep links: a campaign, a lead in its drawer, an act over its page', async () => {
    const { app, root, sample } = await show({ attributes: { route: '/campaigns/cmp_0' } });
    expect(findDeep(root, 'acme-campaign-editor')).to.exist;
    app.route = '/leads/lea_7';
    await settle(place);
    expect(
      sample.calls.some(({ name, input }) => name === 'leads.get' && (input as { id: string }).id === 'lea_7'),
    ).to.equal(true);
    expect(findDeep<HTMLElement & { open: boolean }>(root, 'acme-lead-form').open).to.equal(true);
    app.route = '/mailboxes/new';
    await settle(place);
    const form = findDeep(root, '.shell > acme-mailbox-form');
    expect(findDeep<HTMLDialogElement>(form.shadowRoot as ShadowRoot, 'dialog').open).to.equal(true);
    findDeep<HTMLDialogElement>(form.shadowRoot as ShadowRoot, 'dialog').close();
    await settle(place);
    expect(app.route).to.equal('/mailboxes');
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
  });

  it('shows only what the session may see, and says so where an address leads elsewhere', async () => {
    const permissions = ['workspace.read', 'inbox.read', 'inbox.reply'];
    const { app, root, sample } = await show({ sample: { permissions } });
    expect(entryWords(root)).to.deep.equal(['Home', 'Inbox']);
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
    const broken = { ...templates, list: () => Promise.resolve({ items: null, nextCursor: null }) };
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
      entryOf(root, 'Mailboxes').click();
      await settle(place);
      expect(words(front(root))).to.contain('mara@harbor.example');
      expect(errors).not.to.deep.equal([]);
    } finally {
      console.error = error;
    }
  });

  it('changes light and dark everywhere, folds its navigation, and tells the host both', async () => {
    const { app, root, heard } = await show();
    findDeep(root, '.themes [aria-label=Dark]').click();
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
    const { app, root } = await show({ attributes: { route: '/templates' } });
    const field = findDeep<HTMLInputElement>(front(root), 'input');
    const wide = app.layout;
    place.style.setProperty('inline-size', '390px');
    await settle(place);
    expect([wide === 'phone', app.layout]).to.deep.equal([false, 'phone']);
    expect(findDeep(front(root), 'input')).to.equal(field);
    expect(entryWords(root)).to.deep.equal(['Home', 'Campaigns', 'Inbox', 'Leads', 'More']);
    entryOf(root, 'More').click();
    await settle(place);
    const sheet = findDeep<HTMLDialogElement>(root, '.sheet');
    expect(sheet.open).to.equal(true);
    [...sheet.querySelectorAll<HTMLElement>('.entry')].find((each) => each.textContent?.includes('Mailboxes'))?.click();
    await settle(place);
    expect([sheet.open, app.route]).to.deep.equal([false, '/mailboxes']);
    expect(root.activeElement).to.equal(front(root));
    place.style.removeProperty('inline-size');
  });

  it('makes links where the host has addresses for its pages', async () => {
    const { root, instance, app } = await show();
    instance.update({ links: { '/inbox': 'https://portal.example/app/inbox' } });
    await settle(place);
    const link = entryOf(root, 'Inbox') as HTMLAnchorElement;
    expect(link.href).to.equal('https://portal.example/app/inbox');
    link.click();
    await settle(place);
    expect(app.route).to.equal('/inbox');
  });

  it('shows its host slots, and no room is filled with what does not exist', async () => {
    const { root, element } = await show();
    expect([...root.querySelectorAll('slot')].map(({ name }) => name)).to.include.members([
      ...['header', 'workspace', 'notifications', 'account'],
    ]);
    expect(words(root)).to.contain('Harbor & Co');
    const mine = document.createElement('b');
    mine.slot = 'workspace';
    element.append(mine);
    expect(findDeep<HTMLSlotElement>(root, 'slot[name=workspace]').assignedElements()).to.deep.equal([mine]);
  });
});

describe('keys', () => {
  it('go to pages by g and a letter, but not while somebody writes', async () => {
    const { app, root } = await show();
    press(front(root), 'g');
    press(front(root), 'm');
    await settle(place);
    expect(app.route).to.equal('/mailboxes');
    app.route = '/templates';
    await settle(place);
    const field = findDeep(front(root), 'input');
    press(field, 'g');
    press(field, 'i');
    press(document.body, 'g');
    press(document.body, 'i');
    await settle(place);
    expect(app.route).to.equal('/templates');
  });

  it('show all keys by ?, and close gives the focus back', async () => {
    const { root } = await show();
    front(root).focus();
    press(front(root), '?');
    await settle(place);
    const sheet = findDeep(root, 'acme-help-sheet').shadowRoot as ShadowRoot;
    const dialog = findDeep<HTMLDialogElement>(sheet, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(words(sheet)).to.contain('Search and commands');
    dialog.close();
    await settle(place);
    expect(root.activeElement).to.equal(front(root));
    press(front(root), '?');
    await settle(place);
    expect(dialog.open).to.equal(true);
  });

  it('leave the keys to the host where it says so', async () => {
    const { app, root } = await show({ attributes: { shortcuts: 'inside' } });
    expect(press(document.body, 'k', { ctrlKey: true })).to.equal(true);
    app.shortcuts = 'off';
    expect(press(front(root), 'k', { ctrlKey: true })).to.equal(true);
    press(front(root), '?');
    await settle(place);
    expect(root.querySelector('acme-app-palette, acme-help-sheet')).to.equal(null);
  });
});

describe('command palette', () => {
  it('is a combobox: the focus stays in the field, arrows go round, groups are jumped, Enter chooses', async () => {
    const { app, root } = await show();
    front(root).focus();
    press(document.body, 'k', { ctrlKey: true });
    await settle(place);
    const { element, field } = palette(root);
    const inside = element.shadowRoot as ShadowRoot;
    expect(inside.activeElement).to.equal(field);
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    expect(inside.getElementById(field.getAttribute('aria-controls') ?? '')?.getAttribute('role')).to.equal('listbox');
    expect(activeOption(field)).to.equal('Home');
    const moved: string[] = [];
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'PageDown', 'PageUp']) {
      press(field, key);
      await settle(place);
      moved.push(activeOption(field));
    }
    expect(moved).to.deep.equal(['Get started', 'Home', 'Help and keys', 'Home', 'New campaign', 'Home']);
    expect(inside.querySelectorAll('[aria-selected=true]')).to.have.length(1);
    press(field, 'PageDown');
    await settle(place);
    press(field, 'Enter');
    await settle(place);
    expect(app.route).to.equal('/campaigns/new');
    expect(root.activeElement).to.equal(front(root));
  });

  it('begins with what was typed while its code was on its way', async () => {
    const { root } = await show();
    front(root).focus();
    press(front(root), 'k', { ctrlKey: true });
    for (const key of ['m', 'a', 'x', 'Backspace', 'i']) press(front(root), key);
    await settle(place);
    expect(palette(root).field.value).to.equal('mai');
    expect(activeOption(palette(root).field)).to.equal('Mailboxes');
  });

  it('finds leads, campaigns and conversations by the real procedures, says how many, and goes there', async () => {
    const { app, root, sample } = await show();
    await app.openPalette();
    await settle(place);
    const { element, field } = palette(root);
    await write(field, 'cold chain');
    expect(sample.calls.filter(({ name }) => name === 'campaigns.list').at(-1)?.input).to.deep.equal({
      search: 'cold chain',
      limit: 5,
    });
    expect(sample.calls.filter(({ name }) => name === 'leads.list').at(-1)?.input).to.deep.equal({
      filter: { search: 'cold chain' },
      limit: 5,
    });
    expect(words(element.shadowRoot as ShadowRoot)).to.contain('Cold chain importers');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(findDeep(element.shadowRoot as ShadowRoot, '[role=status]').textContent).to.match(/^\d+ results?$/);
    const option = [...everyDeep(element.shadowRoot as ShadowRoot)].find((each) => each.id === 'o-cmp_1');
    (option as HTMLElement).click();
    await settle(place);
    expect(app.route).to.equal('/campaigns/cmp_1');
    // Going on makes it a recent place, by its name.
    app.route = '/';
    await settle(place);
    await app.openPalette();
    await settle(place);
    expect(activeOption(palette(root).field)).to.equal('Cold chain importers');
  });

  it('finds pages and acts by any of their words, without accents or capitals, and says when there is nothing', async () => {
    const { app, root } = await show();
    await app.openPalette();
    await settle(place);
    const { element, field } = palette(root);
    await write(field, 'CSV');
    expect(activeOption(field)).to.equal('Import leads');
    await write(field, 'qqqq');
    expect(words(element.shadowRoot as ShadowRoot)).not.to.contain('Go to');
    await write(field, 'darK ápp');
    press(field, 'Enter');
    await settle(place);
    expect(app.session?.theme).to.equal('dark');
  });

  it('says when not everything could be searched, and still finds what it knows', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { app, root } = await show({ sample: given });
    await app.openPalette();
    await settle(place);
    given.fail = Object.assign(new Error('down'), { status: 503 });
    const { element, field } = palette(root);
    await write(field, 'templ');
    expect(words(element.shadowRoot as ShadowRoot))
      .to.contain('Not everything could be searched')
      .and.to.contain('Templates');
  });
});

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
    expect(findDeep(root, 'acme-lead-import-wizard')).to.exist;
    app.route = '/get-started';
    await settle(place);
    given.empty = false;
    sample.emit({ id: 'e1', type: 'mailbox.updated', at: '', data: { mailboxId: 'mbx_0', state: 'active' } });
    await new Promise((resolve) => setTimeout(resolve, 1300));
    await settle(place);
    expect(words(front(root))).to.contain('1 of 5 steps done');
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
});

describe('every state of the app and the palette', () => {
  for (const scene of [...appScenes, ...paletteScenes]) {
    for (const theme of ['light', 'dark'] as const) {
      it(`${scene.of}, ${scene.state}, ${theme}: axe finds nothing`, async () => {
        document.body.style.setProperty('background', theme === 'dark' ? '#161616' : '#f7f7f9');
        try {
          await scene.show(place, { theme, brandColor: '#2b5fd9', locale: 'en' });
          const { violations } = await axe.run(place, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
          });
          const report = violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`,
          );
          expect(report, report.join('\n')).to.deep.equal([]);
        } finally {
          clearPlace(place);
        }
      });
    }
  }
});
