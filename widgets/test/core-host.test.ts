import { expect } from '@open-wc/testing';
import { describeSettings } from '@tabard/contract';
import { init } from '../src/core/init.ts';
import { modeOfPage } from '../src/core/theme-sheet.ts';
import type { Failure } from '../src/base/failure.ts';
import { bendClient } from './bend-client.ts';
import { createSample } from './sample-client.ts';
import { everyDeep } from './stories/find-deep.ts';
import { stage as put, type Staged } from './stage.ts';
import { textOf, until } from './until.ts';

const open: Staged[] = [];
const stage: typeof put = (...given) => {
  const staged = put(...given);
  open.push(staged);
  return staged;
};
/** A test that fails must not keep the prefix from the next one. */
afterEach(() => open.splice(0).forEach(({ instance }) => instance.destroy()));

before(() => document.body.append(document.createElement('main')));
afterEach(() => document.querySelector('main')?.replaceChildren());

const end = ({ element, instance }: Pick<Staged, 'element' | 'instance'>): void => {
  element.remove();
  instance.destroy();
};
/** A workspace whose brand says nothing of light and dark. */
async function stageOpenBrand(): Promise<Staged> {
  const { client } = createSample();
  const current = await client.sessions.current();
  const workspace = current.workspace && { ...current.workspace, brand: { ...current.workspace.brand, mode: 'auto' } };
  const bent = bendClient({ sessions: { current: async () => ({ ...current, workspace }) } });
  return stage({ widget: 'mailbox-list' }, undefined, { client: bent });
}
const schemeOf = (element: Element): string => getComputedStyle(element).colorScheme;

describe('a brand that has no mode of its own', () => {
  const root = document.documentElement;
  afterEach(() => {
    root.style.colorScheme = '';
    root.style.background = '';
    document.body.style.background = '';
    document.body.removeAttribute('class');
  });

  it('is light on a page that is light, whatever the device is, and dark where the page says or shows it', async () => {
    const staged = await stageOpenBrand();
    await until(() => staged.element.matches(':state(ready)'));
    expect(schemeOf(staged.element)).to.equal('light');
    // Without a media query in its sheet nothing of it follows the device.
    const sheets = (): string =>
      (staged.element.shadowRoot as ShadowRoot).adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules])
        .map(({ cssText }) => cssText)
        .join();
    expect(sheets()).not.to.contain('prefers-color-scheme');
    root.style.colorScheme = 'dark';
    await until(() => schemeOf(staged.element) === 'dark');
    root.style.colorScheme = 'light dark';
    await until(() => sheets().includes('prefers-color-scheme'));
    root.style.colorScheme = '';
    await until(() => schemeOf(staged.element) === 'light');
    end(staged);
    document.body.style.background = 'rgb(16, 19, 26)';
    const onDark = await stageOpenBrand();
    await until(() => onDark.element.matches(':state(ready)'));
    expect(schemeOf(onDark.element)).to.equal('dark');
    end(onDark);
  });

  it('knows dark paint however it is written, behind a clear body too, and follows a page that changes it in a while', async () => {
    const dark = ['rgb(16, 19, 26)', 'oklch(0.129 0.042 264.695)', 'oklab(0 0 0)', '#111', 'hsl(222 47% 11%)'];
    const light = [
      'rgb(245, 245, 250)',
      'oklch(0.98 0.01 250)',
      'oklch(1 0 0)',
      'rgba(0, 0, 0, 0.04)',
      'hsl(222 47% 91%)',
      '',
    ];
    for (const place of [document.body, root])
      for (const [colours, mode] of [
        [dark, 'dark'],
        [light, 'light'],
      ] as const)
        for (const colour of colours) {
          place.style.background = colour;
          expect(modeOfPage(), `${place.localName} ${colour}`).to.equal(mode);
          place.style.background = '';
        }
    const staged = await stageOpenBrand();
    const turns = async (mode: string): Promise<void> => {
      await until(() => schemeOf(staged.element) === mode);
    };
    await until(() => staged.element.matches(':state(ready)'));
    // By a class of the body, as many hosts keep their theme.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body.night { background: oklch(0.2 0.03 260) } body.fades { transition: background 300ms }');
    document.adoptedStyleSheets.push(sheet);
    document.body.classList.add('night');
    await turns('dark');
    document.body.classList.remove('night');
    await turns('light');
    document.body.classList.add('fades');
    document.body.classList.add('night');
    await turns('dark');
    document.body.removeAttribute('class');
    document.adoptedStyleSheets.pop();
    await turns('light');
    end(staged);
  });

  it('follows the device where the page asks for that', async () => {
    const staged = stage({ widget: 'mailbox-list', appearance: { theme: 'auto' } });
    await until(() => staged.element.matches(':state(ready)'));
    const [sheet] = (staged.element.shadowRoot as ShadowRoot).adoptedStyleSheets;
    expect([...(sheet?.cssRules ?? [])].some(({ cssText }) => cssText.includes('prefers-color-scheme'))).to.equal(true);
    end(staged);
  });
});

describe('a prefix', () => {
  it('is connected once: a second init says so, and works after the first has ended', async () => {
    const first = stage({ widget: 'mailbox-list', prefix: 'once' });
    const again = { baseUrl: location.origin, prefix: 'once', fetchClientSecret: async () => 'secret' };
    expect(() => init(again)).to.throw(/"once" is in use: destroy\(\)/);
    end(first);
    init(again).destroy();
  });
});

describe('figures in a box of a fixed height', () => {
  it('are all reached by scrolling', async () => {
    const staged = stage({ widget: 'analytics-overview' });
    staged.element.style.blockSize = '320px';
    await until(() => staged.element.matches(':state(ready)'));
    const root = staged.element.shadowRoot?.querySelector('.root') as HTMLElement;
    const last = root.querySelector('.table') as HTMLElement;
    expect(root.clientHeight).to.equal(320);
    expect(last.offsetHeight).to.be.above(40);
    last.scrollIntoView({ block: 'end' });
    expect(root.scrollTop).to.be.above(0);
    expect(last.getBoundingClientRect().bottom).to.be.at.most(root.getBoundingClientRect().bottom + 1);
    end(staged);
  });
});

describe('a session that cannot be opened', () => {
  const said: unknown[][] = [];
  const { error } = console;
  beforeEach(() => {
    said.length = 0;
    console.error = (...words: unknown[]) => void said.push(words);
  });
  afterEach(() => {
    console.error = error;
  });

  /** What people read, what the host hears and what the developer finds. */
  async function tried(baseUrl: string, fetchClientSecret: () => Promise<string>) {
    const failures: Failure[] = [];
    const instance = init({
      baseUrl,
      prefix: 'acme',
      fetchClientSecret,
      locale: 'en',
      onError: (one) => failures.push(one),
    });
    const element = instance.create('mailbox-list');
    document.querySelector('main')?.append(element);
    const error = (): Element | null | undefined => element.shadowRoot?.querySelector('[part~=error]');
    await until(() => error()?.shadowRoot?.textContent?.trim());
    const read = error()?.shadowRoot?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
    end({ element, instance });
    return { read, code: failures.find(({ code }) => code !== 'client.connection')?.code, console: said.at(-1) };
  }

  it('tells a page of an origin that is not allowed, a host without sessions and an outage apart', async () => {
    const token = async () => 'token-of';
    const foreign = await tried(`${location.origin}/foreign`, token);
    const endpoint = await tried(`${location.origin}/wire`, async () => {
      throw new TypeError('Failed to fetch');
    });
    const outage = await tried('http://127.0.0.1:9', token);
    expect([foreign.code, endpoint.code, outage.code]).to.deep.equal([
      'client.origin_refused',
      'client.session',
      'client.unreachable',
    ]);
    expect(foreign.read).to.contain('The service does not know this page.');
    expect(endpoint.read).to.contain('Your session could not be opened');
    expect(outage.read).to.contain('No connection');
    expect(String(foreign.console?.[0])).to.contain(`pages of ${location.origin}`).and.to.contain('"origins"');
    expect(String(endpoint.console?.[0])).to.contain('fetchClientSecret').and.to.contain('Failed to fetch');
    expect(String(outage.console?.[0])).to.contain('http://127.0.0.1:9 does not answer');
    for (const one of [foreign, endpoint, outage]) expect(one.console?.[1]).to.be.instanceOf(Error);
  });
});

describe('columns', () => {
  it('are those that a configuration may name, in its order; a name that is none is said in the console', async () => {
    const columnsOf = (staged: Staged): string[] => {
      const table = [...everyDeep(staged.element.shadowRoot as ShadowRoot)].find(
        (one): one is Element & { columns: { id: string }[] } => one.localName === 'acme-table',
      );
      return (table?.columns ?? []).map(({ id }) => id).filter((id) => id !== 'acts');
    };
    for (const widget of [
      'lead-table',
      'campaign-list',
      'analytics-overview',
      'template-list',
      'mailbox-list',
    ] as const) {
      const staged = stage({ widget });
      await until(() => staged.element.matches(':state(ready)'));
      const settings = describeSettings(widget) as { properties: { columns: { items: { enum: string[] } } } }; // written by zod
      const known = settings.properties.columns.items.enum;
      expect(columnsOf(staged), widget).to.deep.equal(known);
      const { warn } = console;
      const said: string[] = [];
      console.warn = (words: string) => void said.push(words);
      staged.element.setAttribute('configuration', JSON.stringify({ columns: [known.at(-1), known[0], 'no_such'] }));
      await until(() => columnsOf(staged).length === 2);
      console.warn = warn;
      expect(columnsOf(staged), widget).to.deep.equal([known.at(-1), known[0]]);
      if (widget !== 'lead-table') expect(said.join()).to.contain('no_such');
      end(staged);
    }
  });
});

describe('a host that brings its own JavaScript', () => {
  it('does no harm by an Array.from that knows no mapping and by what it adds to Object.prototype', async () => {
    const { from } = Array;
    // As older libraries do it.
    Array.from = ((
      given: ArrayLike<unknown> | Iterable<unknown> | null,
      map?: (one: unknown, at: number) => unknown,
    ) => {
      // The platform that the page speaks to has one of its own.
      if (given && new Error().stack?.includes('/test/sample')) return from(given as ArrayLike<unknown>, map!);
      if (!given) return [];
      if (Symbol.iterator in Object(given)) return [...(given as Iterable<unknown>)];
      return Array.prototype.slice.call(given) as unknown[];
    }) as typeof Array.from;
    const polluted = Object.assign(Object.prototype as Record<string, unknown>, {
      each: () => undefined,
      clone: () => undefined,
      length_of: 3,
    });
    try {
      for (const widget of ['lead-table', 'campaign-list', 'analytics-overview', 'inbox', 'timeline'] as const) {
        const staged = stage({ widget, prefix: 'acme', attributes: { 'record-id': 'lea_000000' } });
        await until(() => staged.element.matches(':state(ready)'));
        expect(textOf(staged.element).length, widget).to.be.above(20);
        if (widget === 'lead-table') await until(() => textOf(staged.element).includes('Lena Brandt'));
        expect(staged.element.matches(':state(failed)'), widget).to.equal(false);
        end(staged);
      }
    } finally {
      Array.from = from;
      for (const name of ['each', 'clone', 'length_of']) Reflect.deleteProperty(polluted, name);
    }
  });
});
