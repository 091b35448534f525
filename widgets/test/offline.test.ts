import { expect } from '@open-wc/testing';
import { toFailure } from '../src/base/failure.ts';
import { bendClient } from './bend-client.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { entryOf, front, show, useApp, words } from './show-app.ts';
import { stage, type Staging } from './stage.ts';
import { createSample } from './sample-client.ts';
import { rest, textOf, until } from './until.ts';

useApp();

const goOffline = (offline: boolean): void => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
  dispatchEvent(new Event(offline ? 'offline' : 'online'));
};
afterEach(() => {
  Reflect.deleteProperty(navigator, 'onLine');
  dispatchEvent(new Event('online'));
});
const notices = (root: ParentNode): Element[] => [...everyDeep(root)].filter((one) => one.matches('[part=offline]'));

describe('the app without a connection', () => {
  it('says so once for all its pages, shows what was loaded, and goes on by itself', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { root, sample } = await show({ attributes: { route: '/mailboxes' }, sample: given });
    await until(() => words(front(root)).includes('mara@harbor.example'));
    entryOf(root, 'Templates').click();
    await rest();
    given.fail = Object.assign(new Error('No answer.'), { status: 0 });
    goOffline(true);
    await until(() => notices(root).length > 0);
    expect(notices(root).map((one) => (one.getRootNode() as ShadowRoot).host.localName)).to.deep.equal(['acme-app']);
    entryOf(root, 'Mailboxes').click();
    await rest();
    expect(notices(root)).to.have.length(1);
    expect(words(front(root))).to.contain('mara@harbor.example');
    const asked = sample.calls.length;
    given.fail = undefined;
    goOffline(false);
    await until(() => notices(root).length === 0 && sample.calls.length > asked);
  });

  it('loads the rows that were lost with the connection as soon as it is back', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { root, sample } = await show({ attributes: { route: '/leads' }, sample: given });
    await until(() => words(front(root)).includes('Lena Brandt'));
    const scroller = findDeep(findDeep(front(root), 'acme-table').shadowRoot!, '.scroll');
    given.fail = Object.assign(new Error('No answer.'), { status: 0 });
    goOffline(true);
    scroller.scrollTop = scroller.scrollHeight / 2;
    const shapes = (): number =>
      findDeep(front(root), 'acme-table').shadowRoot!.querySelectorAll('.rows .coming').length;
    await until(() => words(front(root)).includes('Try again'));
    expect(shapes()).to.be.greaterThan(0);
    given.fail = undefined;
    const asked = sample.calls.length;
    goOffline(false);
    await until(() => shapes() === 0 && !words(front(root)).includes('Try again') && sample.calls.length > asked);
  });

  it('stands as a frame before it is known whose it is', async () => {
    const never = { sessions: { current: () => new Promise(() => undefined) } };
    const staged = stage({ widget: 'app' }, document.body, { client: bendClient(never) });
    await until(() => staged.element.shadowRoot?.querySelector('.shell .side'));
    expect([...everyDeep(staged.element.shadowRoot!)].some((one) => one.localName === 'acme-skeleton')).to.equal(true);
    staged.element.remove();
    staged.instance.destroy();
  });
});

describe('an element that could not begin', () => {
  it('begins by itself when the connection is there', async () => {
    let reachable = false;
    const { client } = createSample();
    const current = async () => {
      if (!reachable) throw Object.assign(new Error('No answer.'), { status: 0 });
      return client.sessions.current();
    };
    const { element, instance } = stage({ widget: 'mailbox-list' }, document.body, {
      // Nothing there answers that it is alive, so it is no matter of the page's origin.
      baseUrl: 'http://127.0.0.1:9',
      client: bendClient({ sessions: { current } }),
    });
    await until(() => element.shadowRoot && words(element.shadowRoot).includes('No connection'));
    reachable = true;
    await until(() => textOf(element).includes('mara@harbor.example'));
    element.remove();
    instance.destroy();
  });
});

describe('a failure without a status', () => {
  it('is a lost connection where the browser says that something did not come, and otherwise a mistake of the page', () => {
    const kinds = (errors: readonly unknown[]): string[] => errors.map((error) => toFailure(error).kind);
    expect(
      kinds([
        new TypeError('Failed to fetch'),
        new TypeError('NetworkError when attempting to fetch resource.'),
        new TypeError('Load failed'),
        new TypeError('Failed to fetch dynamically imported module: https://api.agency.example/embed/x.js'),
        new TypeError('error loading dynamically imported module: https://api.agency.example/embed/x.js'),
        new TypeError('Importing a module script failed.'),
        Object.assign(new Error('No answer.'), { status: 0 }),
      ]).filter((kind) => kind !== 'connection'),
    ).to.deep.equal([]);
    expect(
      kinds([
        new TypeError("Cannot read properties of undefined (reading 'items')"),
        new ReferenceError('leads is not defined'),
        new RangeError('Invalid time value'),
        'thrown words',
        null,
        undefined,
      ]).filter((kind) => kind !== 'server'),
    ).to.deep.equal([]);
  });

  it('does not say that the service is out of reach after a mistake of the page', async () => {
    const answers = { 'templates.list': () => Promise.reject(new TypeError('x is not a function')) };
    const { root } = await show({ attributes: { route: '/templates' }, sample: { answers } });
    await until(() => words(front(root)).includes('This could not be loaded'));
    expect(words(front(root))).not.to.match(/connection|offline|reached/i);
    expect(notices(root)).to.have.length(0);
  });
});
