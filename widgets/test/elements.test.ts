import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import type { WidgetName } from '@tabard/contract';
import { byText, words } from './look-inside.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

const { axe } = globalThis as unknown as { axe: typeof Axe }; // a script that leaves a global, not a module
onPage();

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
  ['timeline', { 'record-id': 'lea_000000' }],
  ['timeline'],
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
    for (const [state, story] of STATES) {
      it(`${widget}${attributes ? ' with content' : ''}, ${state}: axe finds nothing and nothing names another brand`, async () => {
        const { element, root } = await showWidget({ widget, attributes, ...story });
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
    const { root, sample } = await showWidget({ widget: 'lead-table', sample: { leads: 1_000_000 } });
    const rows = [...everyDeep(root)].filter((element) => element.matches('.body .line'));
    expect(rows.length).to.be.within(5, 60);
    expect(sample.calls.filter(({ name }) => name === 'leads.list')).to.have.length(1);
  });

  it('asks the platform once for what is typed into the search', async () => {
    const { root, sample } = await showWidget({ widget: 'lead-table' });
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
    const { root } = await showWidget({ widget: 'lead-table' });
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
    const { root, element } = await showWidget({ widget: 'lead-table' });
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
    const { root, sample } = await showWidget({ widget: 'lead-table' });
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
      mapping: ['email', 'first_name', 'last_name', 'company', null],
    });
  });
});

describe('campaign editor', () => {
  /** Writes the first mail, takes all new leads and the first mailbox: what a launch needs. */
  const fillIn = async (root: ShadowRoot): Promise<void> => {
    const subject = findDeep<HTMLElement & { insert(text: string): void }>(root, 'acme-merge-input.subject');
    await until(() => subject.shadowRoot?.querySelector('.inner'));
    subject.insert('A question');
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
  };
  const launchOf = (root: ShadowRoot) =>
    findDeep<HTMLElement & { disabled: boolean }>(root, '.bar acme-button[variant=primary]');

  it('launches nothing for an audience of nobody, and says that this is why', async () => {
    const { root, sample } = await showWidget({
      widget: 'campaign-editor',
      sample: { answers: { 'leads.count': () => ({ count: 0 }) } },
    });
    await fillIn(root);
    const checks = (): string => findDeep(root, '.checks').textContent;
    await until(() => checks().includes('No lead can be contacted. Choose another audience.'));
    expect(launchOf(root).disabled).to.equal(true);
    launchOf(root).shadowRoot?.querySelector('button')?.click();
    await rest();
    expect(sample.calls.filter(({ name }) => /campaigns\.(?:create|launch)/.test(name))).to.have.length(0);
  });

  it('keeps the launch closed until the checklist is done, then saves before it launches', async () => {
    const { root, sample } = await showWidget({ widget: 'campaign-editor' });
    expect(launchOf(root).disabled).to.equal(true);
    await fillIn(root);
    launchOf(root).click();
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
