import { expect } from '@open-wc/testing';
import { followAddress } from '../src/app/follow-address.ts';
import { byText } from './look-inside.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { entryOf, front, place, show, useApp, words } from './show-app.ts';
import { until } from './until.ts';

useApp();

const searchFor = async (root: ShadowRoot, text: string): Promise<void> => {
  const field = findDeep<HTMLInputElement>(front(root), 'input[type=search]');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  await settle(place);
};
const searched = (root: ShadowRoot): string | undefined =>
  [...everyDeep(front(root))].find((one): one is HTMLInputElement => one.matches('input[type=search]'))?.value;
const back = async (): Promise<void> => {
  const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await gone;
  await settle(place);
};

describe('what a page shows', () => {
  for (const [by, address] of [
    ['hash', (path: string) => `#${path}`],
    ['history', (path: string) => `/portal${path}`],
  ] as const) {
    it(`is in the address by ${by}: after a reload, and going back, it is there again`, async () => {
      history.replaceState(null, '', address('/leads?host=own'));
      const first = await show();
      const stop = followAddress(first.app, { by, base: '/portal' });
      await settle(place);
      expect(first.app.route).to.equal('/leads');
      await searchFor(first.root, 'lena');
      await until(() => location.href.includes('lena'));
      expect(location.href).to.contain('host=own');
      const steps = history.length;
      await searchFor(first.root, 'lena b');
      expect(history.length).to.equal(steps);
      stop();
      first.element.remove();
      const second = await show({ prefix: by === 'hash' ? 'one' : 'two' });
      const end = followAddress(second.app, { by, base: '/portal' });
      await until(() => second.root.querySelector('.page:not([inert])') && searched(second.root) === 'lena b');
      entryOf(second.root, 'Templates').click();
      await settle(place);
      expect(location.href).not.to.contain('lena');
      await back();
      expect(second.app.route).to.equal('/leads');
      await until(() => searched(second.root) === 'lena b');
      end();
    });
  }

  it('is the period and the figure of the results, the tab of a list and of the inbox, and its order', async () => {
    history.replaceState(null, '', '#/analytics?days=7&figure=sent');
    const { app, root } = await show();
    const end = followAddress(app, { by: 'hash' });
    const chosen = (): (string | undefined)[] =>
      [...front(root).firstElementChild!.shadowRoot!.querySelectorAll('acme-tabs')].map(
        (tabs) => (tabs as HTMLElement & { selected: string }).selected,
      );
    await until(() => front(root).firstElementChild?.shadowRoot && chosen()[0] === '7');
    for (const [path, tab] of [
      ['/campaigns?view=paused', 'paused'],
      ['/inbox?view=unread', 'unread'],
      ['/leads?view=replied&sort=name+asc', 'replied'],
    ] as const) {
      location.hash = path;
      await until(
        () => app.route === path.split('?')[0] && front(root).firstElementChild?.shadowRoot && chosen()[0] === tab,
      );
    }
    await settle(place);
    expect(findDeep(front(root), '[aria-sort=ascending]').textContent).to.contain('Name');
    expect(words(front(root))).to.contain('Leads');
    end();
  });
});

/** The app with its places in the address of the page. */
const following = async (path: string): ReturnType<typeof show> => {
  history.replaceState(null, '', `/portal${path}`);
  const shown = await show();
  ends.push(followAddress(shown.app, { by: 'history', base: '/portal' }));
  await settle(place);
  return shown;
};
const ends: (() => void)[] = [];
const linksIn = (root: ShadowRoot, selector: string): (string | null)[] =>
  [...everyDeep(front(root))].filter((one) => one.matches(selector)).map((one) => one.getAttribute('href'));
const leadDialog = (root: ShadowRoot): HTMLDialogElement =>
  findDeep<HTMLDialogElement>(findDeep(front(root), 'acme-lead-form').shadowRoot!, 'dialog');
const isOpen = (root: ShadowRoot): boolean =>
  [...everyDeep(front(root))].some((one) => one instanceof HTMLDialogElement && one.open);
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('what a list shows', () => {
  for (const [path, selector, address] of [
    ['/', 'a.line', /^\/portal\/(?:inbox\/cnv|campaigns\/cmp|mailboxes\/mbx)_/],
    ['/leads', 'a.go', /^\/portal\/leads\/lea_/],
    ['/board', 'a.open', /^\/portal\/leads\/lea_/],
    ['/campaigns', 'a.go', /^\/portal\/campaigns\/cmp_/],
    ['/templates', 'a.go', /^\/portal\/templates\/tpl_/],
    ['/mailboxes', 'a.go', /^\/portal\/mailboxes\/mbx_/],
    ['/inbox', 'a.thread', /^\/portal\/inbox\/cnv_/],
  ] as const)
    it(`is a link in ${path} where it has an address, and none where it has not`, async () => {
      const { root } = await following(path);
      await until(() => linksIn(root, selector).length > 1);
      for (const href of linksIn(root, selector)) expect(href).to.match(address);
      const bare = await show({ prefix: 'bare' }, (app) => (app.route = path));
      await until(() => words(front(bare.root)).length > 100);
      expect(linksIn(bare.root, selector)).to.deep.equal([]);
    });

  it('is left to the browser with Ctrl or Cmd held, and opened here without', async () => {
    const { app, root } = await following('/leads');
    await until(() => linksIn(root, 'a.go').length > 1);
    const link = findDeep(front(root), 'a.go');
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      const click = new MouseEvent('click', { ...held, bubbles: true, composed: true, cancelable: true });
      let left = false;
      // The browser would open a tab.
      addEventListener('click', (event) => ((left = !event.defaultPrevented), event.preventDefault()), { once: true });
      link.dispatchEvent(click);
      expect([left, app.route]).to.deep.equal([true, '/leads']);
    }
    link.click();
    await until(() => isOpen(root));
    expect(location.pathname).to.match(/^\/portal\/leads\/lea_/);
  });
});

it('names the thread that is read next once one is archived, and none where none is open', async () => {
  const { app, root } = await following('/inbox/cnv_1');
  const inbox = (): HTMLElement & { conversationId: string } => findDeep(front(root), 'acme-inbox');
  await until(() => linksIn(root, 'a.thread').length > 3);
  inbox().dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true, cancelable: true }));
  await until(() => inbox().conversationId === 'cnv_2');
  await until(() => location.pathname === '/portal/inbox/cnv_2' && app.route === '/inbox/cnv_2');
  findDeep(front(root), '[role=tab]:nth-of-type(3)').click();
  await until(() => location.pathname === '/portal/inbox');
});

describe('going back', () => {
  const openFirst = async (root: ShadowRoot): Promise<void> => {
    await until(() => linksIn(root, 'a.go').length > 1);
    findDeep(front(root), 'a.go').click();
    await until(() => isOpen(root));
    await settle(place);
  };

  it('closes the lead that is open, and forward opens it again', async () => {
    const { app, root } = await following('/leads');
    await openFirst(root);
    const { pathname } = location;
    await back();
    await until(() => !isOpen(root));
    expect(app.route).to.equal('/leads');
    history.forward();
    await until(() => location.pathname === pathname && isOpen(root));
  });

  it('asks first where something was written, and keeps it when the answer is no', async () => {
    const { app, root } = await following('/leads');
    await openFirst(root);
    const { pathname } = location;
    const field = findDeep<HTMLInputElement>(
      findDeep(findDeep(front(root), 'acme-lead-form').shadowRoot!, 'acme-input[name="title"]').shadowRoot!,
      'input',
    );
    field.value = 'Half written';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(place);
    await back();
    await until(() => words(front(root)).includes('Discard what you wrote?'));
    expect([location.pathname, `/portal${app.route}`]).to.deep.equal([pathname, pathname]);
    byText(front(root), 'button', 'Keep writing').click();
    await settle(place);
    expect([leadDialog(root).open, field.value]).to.deep.equal([true, 'Half written']);
    await back();
    byText(front(root), 'button', 'Discard').click();
    await until(() => location.pathname === '/portal/leads' && !isOpen(root));
  });
});

describe('the board', () => {
  it('keeps what is searched in the address', async () => {
    const { root } = await following('/board?search=lena');
    await until(() => searched(root) === 'lena');
    await searchFor(root, 'mara');
    await until(() => location.search === '?search=mara');
  });
});
