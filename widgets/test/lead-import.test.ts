import { expect } from '@open-wc/testing';
import type { LeadImportInspection } from '@tabard/contract';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

type Shown = Awaited<ReturnType<typeof showWidget>>;
type Sample = NonNullable<Parameters<typeof showWidget>[0]['sample']>;

const workbook: LeadImportInspection = {
  uploadId: 'upl_0',
  fileName: 'brokers.xlsx',
  size: 18_000,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: ['Fair', 'Second round'],
  sheet: 1,
  headerRow: 1,
  estimatedRows: 240,
  columns: [{ name: 'E-Mail', samples: ['lena@brandt.example'], suggestion: 'email' }],
};

describe('leads from a file', () => {
  const wizard = (root: ShadowRoot): ShadowRoot => findDeep(root, 'acme-lead-import-wizard').shadowRoot as ShadowRoot;
  const words = (root: ShadowRoot): string => wizard(root).textContent?.replaceAll(/\s+/g, ' ') ?? '';
  const inputs = ({ sample }: Shown, name: string): Record<string, unknown>[] =>
    sample.calls.filter((call) => call.name === name).map(({ input }) => input as Record<string, unknown>); // objects all
  const press = (root: ShadowRoot, word: string): void =>
    [...wizard(root).querySelectorAll<HTMLElement>('acme-button')]
      .find(({ textContent }) => textContent?.trim() === word)
      ?.click();

  async function pasted(sample: Sample = {}): Promise<Shown> {
    const shown = await showWidget({ widget: 'lead-table', sample });
    findDeep(shown.root, '.bar [icon=upload]').click();
    await until(() => wizard(shown.root).querySelector('acme-text-area'));
    await settle(shown.root);
    const area = wizard(shown.root).querySelector('acme-text-area') as HTMLElement & { value: string };
    area.value = 'E-Mail\tVorname\nlena@brandt.example\tLena';
    press(shown.root, 'Use these rows');
    await until(() => wizard(shown.root).querySelector('.column'));
    await settle(shown.root);
    return shown;
  }

  it('takes rows that are pasted as it takes a file', async () => {
    const shown = await pasted();
    press(shown.root, 'Start import');
    await until(() => inputs(shown, 'leadImports.start').length === 1);
    expect(inputs(shown, 'leadImports.start')[0]).to.deep.include({ encoding: 'utf-8', delimiter: ';', headerRow: 1 });
  });

  it('reads another sheet of a workbook, and headings from another row, when it is told to', async () => {
    const shown = await pasted({
      answers: { 'leadImports.inspect': (given: Partial<LeadImportInspection>) => ({ ...workbook, ...given }) },
    });
    const { root } = shown;
    const sheet = wizard(root).querySelector('.pair acme-select') as HTMLElement & { value: string };
    sheet.value = '2';
    sheet.dispatchEvent(new Event('change'));
    await settle(root);
    const row = wizard(root).querySelector('acme-number-field') as HTMLElement & { value: string };
    row.value = '3';
    row.dispatchEvent(new Event('change'));
    await settle(root);
    expect(inputs(shown, 'leadImports.inspect').slice(1)).to.deep.equal([
      { uploadId: 'upl_0', sheet: 2, headerRow: 1 },
      { uploadId: 'upl_0', sheet: 2, headerRow: 3 },
    ]);
    press(root, 'Start import');
    await until(() => inputs(shown, 'leadImports.start').length === 1);
    const [started] = inputs(shown, 'leadImports.start');
    expect(started).to.deep.include({ sheet: 2, headerRow: 3 });
    expect(started).not.to.have.property('encoding');
  });

  it('says why a workbook cannot be read', async () => {
    const refuse = (): never => {
      throw Object.assign(new Error('Refused.'), {
        status: 422,
        code: 'lead_import.unreadable',
        details: [{ path: '', message: 'x', reason: 'workbook_locked' }],
      });
    };
    const shown = await showWidget({ widget: 'lead-table', sample: { answers: { 'leadImports.inspect': refuse } } });
    const { root } = shown;
    findDeep(root, '.bar [icon=upload]').click();
    await until(() => wizard(root).querySelector('acme-text-area'));
    (wizard(root).querySelector('acme-text-area') as HTMLElement & { value: string }).value = 'x';
    press(root, 'Use these rows');
    await until(() => words(root).includes('The workbook is locked with a password'));
  });

  it('goes on with the leads that were made: shows them, or puts them into a campaign', async () => {
    for (const act of ['show', 'enroll'] as const) {
      const shown = await pasted();
      const { root, element } = shown;
      press(root, 'Start import');
      for (let at = 0; at < 3; at++) {
        await settle(root);
        shown.sample.emit({
          id: `e${at}`,
          type: 'lead_import.progressed',
          at: '',
          data: { leadImportId: 'imp_0', state: 'running', progress: 0.5, read: 1 },
        });
      }
      await until(() => words(root).includes('The import is complete.'));
      press(root, act === 'show' ? 'Show these leads' : 'Add to a campaign');
      await settle(root);
      if (act === 'enroll') {
        const dialog = wizard(root).querySelector('acme-bulk-dialog');
        dialog?.dispatchEvent(new CustomEvent('choose', { detail: { kind: 'enroll', campaignId: 'cmp_0' } }));
        await until(() => inputs(shown, 'bulkOperations.start').length === 1);
        expect(inputs(shown, 'bulkOperations.start')[0]).to.deep.include({
          filter: { importId: 'imp_0' },
          action: { kind: 'enroll', campaignId: 'cmp_0' },
        });
      } else expect((element as HTMLElement & { filter: unknown }).filter).to.deep.equal({ importId: 'imp_0' });
      expect(root.querySelector('acme-lead-import-wizard')).to.equal(null);
    }
  });
});
