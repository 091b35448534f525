import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import type { WidgetName } from '@tabard/contract';
import { stage, type Staged, type Staging } from './stage.ts';
import { everyDeep, findDeep } from './scenes/find-deep.ts';
import { rest, until } from './until.ts';

const { axe } = globalThis as unknown as { axe: typeof Axe }; // a script that leaves a global, not a module
const open: Staged[] = [];
async function show(scene: Staging): Promise<Staged & { root: ShadowRoot }> {
  const staged = stage(scene);
  open.push(staged);
  await customElements.whenDefined(staged.element.localName);
  await rest(100);
  const root = staged.element.shadowRoot;
  if (!root) throw new Error(`${staged.element.localName} has no shadow root`);
  return { ...staged, root };
}
const words = (root: ParentNode): string =>
  [...everyDeep(root)]
    .flatMap((element) =>
      [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim()),
    )
    .filter(Boolean)
    .join(' ');
const byText = (root: ParentNode, tag: string, text: string): HTMLElement => {
  for (const element of everyDeep(root))
    if (element.localName.endsWith(tag) && element.textContent?.trim() === text) return element as HTMLElement;
  throw new Error(`no ${tag} says ${text}`);
};

before(() => {
  const main = document.createElement('main');
  const style = new CSSStyleSheet();
  style.replaceSync('body{margin:0;font-family:sans-serif}main{padding:16px;background:#f7f7f9}');
  document.adoptedStyleSheets = [style];
  document.documentElement.lang = 'en';
  document.title = 'Portal';
  document.body.append(main);
});
afterEach(() => {
  for (const { element, instance } of open.splice(0)) {
    element.remove();
    instance.destroy();
  }
});

const WIDGETS: [WidgetName, Record<string, string>?][] = [
  ['lead-table'],
  ['lead-board'],
  ['campaign-list'],
  ['campaign-editor', { 'campaign-id': 'cmp_0' }],
  ['campaign-editor'],
  ['inbox'],
  ['analytics-overview'],
  ['mailbox-list'],
  ['template-list'],
];
const STATES: [string, Partial<Staging>][] = [
  ['full', {}],
  ['empty', { sample: { empty: true } }],
  ['loading', { sample: { slow: true } }],
  ['failed', { sample: { fail: Object.assign(new Error('down'), { status: 503, requestId: 'req_1' }) } }],
  ['not allowed', { sample: { permissions: [] } }],
];

describe('every element in every state', () => {
  for (const [widget, attributes] of WIDGETS) {
    for (const [state, scene] of STATES) {
      it(`${widget}${attributes ? ' with content' : ''}, ${state}: axe finds nothing and nothing names another brand`, async () => {
        const { element, root } = await show({ widget, attributes, ...scene });
        const { violations } = await axe.run(element, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        });
        const report = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`,
        );
        expect(report, report.join('\n')).to.deep.equal([]);
        for (const part of everyDeep(root)) {
          expect(part.outerHTML.toLowerCase()).not.to.contain('tabard');
          if (part.localName.includes('-')) expect(part.localName).to.match(/^acme-/);
        }
      });
    }
  }
});

describe('lead table', () => {
  it('draws a window of rows, however many there are', async () => {
    const { root, sample } = await show({ widget: 'lead-table', sample: { leads: 1_000_000 } });
    const rows = [...everyDeep(root)].filter((element) => element.matches('.body .line'));
    expect(rows.length).to.be.within(5, 60);
    expect(sample.calls.filter(({ name }) => name === 'leads.list')).to.have.length(1);
  });

  it('asks the platform once for what is typed into the search', async () => {
    const { root, sample } = await show({ widget: 'lead-table' });
    const field = findDeep<HTMLInputElement>(root, 'input[type=search]');
    for (const text of ['l', 'le', 'lena']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    await rest(300);
    const asked = sample.calls
      .filter(({ name }) => name === 'leads.list')
      .map(({ input }) => (input as { filter: { search?: string } }).filter.search);
    expect(asked).to.deep.equal([undefined, 'lena']);
    expect(words(root)).to.contain('Lena');
  });

  it('opens a lead with the keyboard alone, and gives the focus back', async () => {
    const { root } = await show({ widget: 'lead-table' });
    const first = findDeep(root, '.body .line');
    first.focus();
    first.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }),
    );
    await rest();
    const second = findDeep(root, '.body .line[tabindex="0"]');
    expect(second.dataset['index']).to.equal('1');
    second.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    await rest();
    const dialog = findDeep<HTMLDialogElement>(root, 'acme-lead-form')
      .shadowRoot?.querySelector('acme-dialog')
      ?.shadowRoot?.querySelector('dialog');
    expect(dialog?.open).to.equal(true);
    dialog?.close();
    await rest();
    expect((findDeep(root, 'acme-table').shadowRoot?.activeElement as HTMLElement | null)?.dataset['index']).to.equal(
      '1',
    );
  });

  it('lets the host take over when a lead is opened', async () => {
    const { root, element } = await show({ widget: 'lead-table' });
    let heard = '';
    element.addEventListener('acme-select-lead', (event) => {
      heard = (event as CustomEvent<{ lead: { id: string } }>).detail.lead.id;
      event.preventDefault();
    });
    findDeep(root, '.body .line').click();
    await rest();
    expect(heard).to.equal('lea_000000');
    expect(findDeep<HTMLElement & { open: boolean }>(root, 'acme-lead-form').open).to.equal(false);
  });

  it('imports a file: columns, progress, report', async () => {
    const { root, sample } = await show({ widget: 'lead-table' });
    byText(root, 'button', 'Import').click();
    await until(() => [...everyDeep(root)].some((one) => one.matches('input[type=file]')));
    const input = findDeep<HTMLInputElement>(root, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File(['a'], 'brokers.csv'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await rest(300);
    byText(root, 'button', 'Start import').click();
    await rest(300);
    for (let at = 0; at < 3; at++) {
      sample.emit({
        id: `e${at}`,
        type: 'lead_import.progressed',
        at: '',
        data: { leadImportId: 'imp_0', state: 'running', progress: 0.5, read: 1 },
      });
      await rest(300);
    }
    expect(words(root)).to.contain('The import is complete.').and.to.contain('This is not an email address.');
    expect(sample.calls.find(({ name }) => name === 'leadImports.start')?.input).to.deep.include({
      duplicates: 'skip',
      mapping: { 'E-Mail': 'email', Vorname: 'first_name', Nachname: 'last_name', Firma: 'company', Flotte: null },
    });
  });
});

describe('campaign editor', () => {
  it('keeps the launch closed until the checklist is done, then saves before it launches', async () => {
    const { root, sample } = await show({ widget: 'campaign-editor' });
    expect(findDeep<HTMLElement & { disabled: boolean }>(root, '.bar acme-button[variant=primary]').disabled).to.equal(
      true,
    );
    const type = async (selector: string, text: string): Promise<void> => {
      const field = findDeep<HTMLInputElement>(root, selector).shadowRoot?.querySelector<HTMLInputElement>('.box');
      if (!field) throw new Error(selector);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await rest();
    };
    await type('acme-input.subject', 'A question');
    const text = findDeep<HTMLElement & { insert(text: string): void }>(root, 'acme-rich-text.editor');
    await until(() => text.shadowRoot?.querySelector('.inner'));
    text.insert('Hi {{ first_name }}');
    const who = findDeep(root, 'acme-audience-picker')
      .shadowRoot?.querySelector('acme-select')
      ?.shadowRoot?.querySelector('select');
    if (!who) throw new Error('no audience');
    who.value = 'filter';
    who.dispatchEvent(new Event('change'));
    findDeep(root, '.boxes acme-checkbox').shadowRoot?.querySelector('input')?.click();
    await rest();
    findDeep(root, '.bar acme-button[variant=primary]').click();
    await rest();
    findDeep(root, 'acme-dialog acme-button[variant=primary]').click();
    await rest(300);
    const acts = sample.calls.map(({ name }) => name).filter((name) => /campaigns\.(create|update|launch)/.test(name));
    expect(acts).to.deep.equal(['campaigns.create', 'campaigns.launch']);
    expect(sample.calls.find(({ name }) => name === 'campaigns.create')?.input).to.deep.include({
      mailboxIds: ['mbx_0'],
      audience: { filter: { status: ['new'] } },
    });
  });
});

describe('inbox', () => {
  const press = (target: HTMLElement, key: string): boolean =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  it('moves with j and k and archives with e, with a way back', async () => {
    const { root, element, sample } = await show({ widget: 'inbox' });
    const current = (): string | null =>
      element.getAttribute('conversation-id') ?? (element as HTMLElement & { conversationId: string }).conversationId;
    expect(current()).to.equal('cnv_0');
    press(element, 'j');
    await rest();
    expect(current()).to.equal('cnv_1');
    press(element, 'e');
    await rest(300);
    expect(sample.conversations[1]?.state).to.equal('archived');
    byText(root, 'button', 'Undo').click();
    await rest(300);
    expect(sample.conversations[1]?.state).to.equal('open');
  });

  it('shows an answer before it is sent, and brings the text back when sending fails', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { root, sample } = await show({ widget: 'inbox', sample: given });
    const field = (): HTMLTextAreaElement => findDeep(root, 'textarea');
    const write = async (text: string): Promise<void> => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await rest();
      findDeep(root, '.composer acme-button[variant=primary]').click();
    };
    await write('Thursday at ten it is.');
    await rest(300);
    expect(words(root)).to.contain('Thursday at ten it is.');
    expect(sample.conversations[0]?.messages).to.have.length(3);
    given.fail = Object.assign(new Error('This person asked not to be contacted.'), { status: 409 });
    await write('And bring the maps.');
    await rest(300);
    expect(field().value).to.equal('And bring the maps.');
    expect(words(root)).to.contain('This person asked not to be contacted.');
  });

  it('shows what arrives without being asked', async () => {
    const { root, sample } = await show({ widget: 'inbox' });
    const thread = sample.conversations[0];
    if (!thread) throw new Error('no thread');
    sample.conversations[0] = { ...thread, preview: 'One more thing: bring the maps.' };
    sample.emit({
      id: 'e1',
      type: 'message.received',
      at: '',
      data: { conversationId: thread.id, messageId: 'm', class: 'human' },
    });
    await rest(300);
    expect(words(root)).to.contain('One more thing: bring the maps.');
  });

  it('cleans mails and blocks what loads from elsewhere', async () => {
    const { root } = await show({ widget: 'inbox' });
    const frame = findDeep<HTMLIFrameElement>(root, 'iframe');
    expect(frame.getAttribute('sandbox')).not.to.contain('allow-scripts');
    expect(frame.contentDocument?.body.innerHTML)
      .to.contain('Thursday at 10 works')
      .and.not.to.match(/script|onerror|track\.example/);
  });
});
