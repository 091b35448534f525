import { expect } from '@open-wc/testing';
import { leadExport } from './sample-exports.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

type Shown = Awaited<ReturnType<typeof showWidget>>;
type Sample = NonNullable<Parameters<typeof showWidget>[0]['sample']>;

describe('leads into a file', () => {
  const dialog = (root: ShadowRoot): ShadowRoot => findDeep(root, 'acme-lead-export-dialog').shadowRoot as ShadowRoot;
  const words = (root: ShadowRoot): string => dialog(root).textContent?.replaceAll(/\s+/g, ' ') ?? '';
  const names = (root: ShadowRoot): (string | undefined)[] =>
    [...dialog(root).querySelectorAll('.chosen .cut')].map((one) => one.textContent?.trim());
  const press = (root: ShadowRoot, selector: string): void =>
    (dialog(root).querySelector(selector) as HTMLElement).click();
  const sent = ({ sample }: Shown): Record<string, unknown> =>
    sample.calls.find(({ name }) => name === 'leadExports.start')?.input as Record<string, unknown>; // it was called

  async function opened(sample: Sample = {}, before?: (root: ShadowRoot) => void): Promise<Shown> {
    const shown = await showWidget({ widget: 'lead-table', sample: { leads: 48_210, ...sample } });
    before?.(shown.root);
    await settle(shown.root);
    findDeep(shown.root, '.bar [icon=download]').click();
    await until(() => dialog(shown.root).querySelector('.chosen li'));
    await settle(shown.root);
    return shown;
  }

  it('says how many they are and begins with the columns of the table in their order', async () => {
    const { root } = await opened();
    expect(words(root)).to.contain('48,210 leads');
    expect(names(root).slice(0, 5)).to.deep.equal(['First name', 'Last name', 'Email', 'Company', 'Job title']);
  });

  it('begins with the columns and the kind of file of the last time', async () => {
    const { root } = await opened({
      answers: {
        'leadExports.list': () => ({
          items: [leadExport({ mine: false }), leadExport({ format: 'xlsx', columns: ['score', 'gone', 'email'] })],
        }),
      },
    });
    expect(names(root)).to.deep.equal(['Score', 'Email']);
    expect((dialog(root).querySelector('acme-select') as HTMLElement & { value: string }).value).to.equal('xlsx');
  });

  it('lets columns be moved, left out and added, and sends them with what they are called', async () => {
    const shown = await opened({
      answers: { 'leadExports.list': () => ({ items: [leadExport({ columns: ['score', 'email', 'city'] })] }) },
    });
    const { root } = shown;
    press(root, '.chosen li:nth-child(2) [icon=up]');
    await settle(root);
    press(root, '.chosen li:nth-child(3) [icon=close]');
    await settle(root);
    const more = [...dialog(root).querySelectorAll('acme-select')].at(-1) as HTMLElement & { value: string };
    more.value = 'custom.fleet';
    more.dispatchEvent(new Event('change'));
    await settle(root);
    expect(names(root)).to.deep.equal(['Email', 'Score', 'Fleet']);
    press(root, '[slot=footer][variant=primary]');
    await until(() => sent(shown));
    expect(sent(shown)).to.deep.include({
      columns: [
        { name: 'email', heading: 'Email' },
        { name: 'score', heading: 'Score' },
        { name: 'custom.fleet', heading: 'Fleet' },
      ],
      format: 'csv',
      mark: true,
      filter: {},
    });
  });

  it('takes chosen leads alone from the bar of what is chosen', async () => {
    const shown = await showWidget({ widget: 'lead-table' });
    const { root } = shown;
    for (const at of [0, 1]) findDeep(root, `.line[data-index="${at}"] .tick input`).click();
    await settle(root);
    const bar = findDeep(root, 'acme-lead-selection-bar').shadowRoot as ShadowRoot;
    bar.querySelector('acme-menu')?.dispatchEvent(new CustomEvent('choose', { detail: 'export' }));
    await until(() => bar.querySelector('acme-lead-export-dialog')?.shadowRoot?.querySelector('.chosen li'));
    expect(words(root)).to.contain('2 leads');
    press(root, '[slot=footer][variant=primary]');
    await until(() => sent(shown));
    expect(sent(shown)['ids']).to.have.length(2);
    expect(sent(shown)['filter']).to.equal(undefined);
  });

  it('shows how far it is, and can be stopped', async () => {
    const running = leadExport({ state: 'running', done: 20_000, size: null, expiresAt: null });
    const { root } = await opened({
      answers: {
        'leadExports.start': () => running,
        'leadExports.get': () => running,
        'leadExports.cancel': () => ({ ...running, state: 'cancelled' as const }),
      },
    });
    press(root, '[slot=footer][variant=primary]');
    await until(() => words(root).includes('20,000 of 48,210 leads written'));
    press(root, '[slot=footer]');
    await until(() => words(root).includes('The export was stopped. There is no file.'));
  });

  it('hands the file over when it is there, and says why there is none', async () => {
    for (const [done, told] of [
      [leadExport(), 'The file holds 48,210 leads.'],
      [
        leadExport({ state: 'failed', failure: 'too_many_rows', size: null }),
        'A workbook holds at most 1,048,575 leads.',
      ],
    ] as const) {
      const { root } = await opened({ answers: { 'leadExports.start': () => done, 'leadExports.get': () => done } });
      press(root, '[slot=footer][variant=primary]');
      await until(() => words(root).includes(told));
      expect(dialog(root).querySelectorAll('[slot=footer][icon=download]')).to.have.length(
        done.state === 'completed' ? 1 : 0,
      );
    }
  });

  it('says that what was refused was refused, and keeps the choice', async () => {
    const refuse = (): never => {
      throw Object.assign(new Error('Refused.'), { status: 409, code: 'lead_export.too_many' });
    };
    const { root } = await opened({ answers: { 'leadExports.start': refuse } });
    press(root, '[slot=footer][variant=primary]');
    await until(() => words(root).includes('Five exports are under way here already.'));
    expect(names(root)).not.to.have.length(0);
  });

  it('is not offered to who may not take leads along', async () => {
    const { root } = await showWidget({
      widget: 'lead-table',
      sample: { permissions: ['workspace.read', 'lead.read', 'lead.write'] },
    });
    expect(findDeep(root, '.bar').querySelector('[icon=download]')).to.equal(null);
  });
});
