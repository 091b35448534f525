import { expect } from '@open-wc/testing';
import { bulkOperation } from './sample-bulk.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

type Shown = Awaited<ReturnType<typeof showWidget>>;
type Sample = NonNullable<Parameters<typeof showWidget>[0]['sample']>;

describe('what is done to many leads', () => {
  const bar = (root: ShadowRoot): ShadowRoot => findDeep(root, 'acme-lead-selection-bar').shadowRoot as ShadowRoot;
  const panel = (root: ShadowRoot): string => root.querySelector('acme-bulk-panel')?.shadowRoot?.textContent ?? '';
  const toast = (root: ShadowRoot): string => findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? '';
  const dialog = (root: ShadowRoot): ShadowRoot | null | undefined =>
    bar(root).querySelector('acme-bulk-dialog')?.shadowRoot;

  async function chosen(sample: Sample = {}): Promise<Shown> {
    const shown = await showWidget({ widget: 'lead-table', sample });
    for (const at of [0, 1]) findDeep(shown.root, `.line[data-index="${at}"] .tick input`).click();
    await settle(shown.root);
    return shown;
  }
  async function act(root: ShadowRoot, id: string): Promise<void> {
    const menu = bar(root).querySelector('acme-menu');
    menu?.dispatchEvent(new CustomEvent('choose', { detail: id }));
    await until(() => dialog(root));
    await settle(root);
  }

  it('asks for tags, gives them to the chosen ones, and offers the way back', async () => {
    const { root, sample } = await chosen();
    await act(root, 'add_tags');
    const picker = dialog(root)?.querySelector('acme-tag-picker') as HTMLElement & { tags: string[] };
    picker.tags = ['broker', 'new one'];
    picker.dispatchEvent(new Event('change'));
    await settle(root);
    dialog(root)?.querySelector<HTMLElement>('[variant=primary]')?.click();
    await until(() => toast(root).includes('2 leads changed'));
    const { input } = sample.calls.find(({ name }) => name === 'bulkOperations.start') ?? {};
    expect(input).to.deep.include({ action: { kind: 'add_tags', tags: ['broker', 'new one'] } });
    expect((input as { ids: string[] }).ids).to.have.length(2);
    expect(root.querySelector('acme-lead-selection-bar')).to.equal(null);
    expect(toast(root)).to.contain('Undo');
  });

  it('asks for nothing to be sent while something is missing', async () => {
    const { root, sample } = await chosen();
    await act(root, 'set_field');
    dialog(root)?.querySelector<HTMLElement>('[variant=primary]')?.click();
    await settle(root);
    expect(sample.calls.some(({ name }) => name === 'bulkOperations.start')).to.equal(false);
  });

  it('makes a list of a name that is none yet', async () => {
    const { root, sample } = await chosen();
    await act(root, 'add_to_list');
    const box = dialog(root)?.querySelector('acme-combobox') as HTMLElement & { value: string };
    box.value = 'Third round';
    box.dispatchEvent(new Event('change'));
    await settle(root);
    dialog(root)?.querySelector<HTMLElement>('[variant=primary]')?.click();
    await until(() => sample.calls.some(({ name }) => name === 'bulkOperations.start'));
    expect(sample.calls.find(({ name }) => name === 'lists.create')?.input).to.deep.equal({ name: 'Third round' });
  });

  it('says what goes with leads before they are deleted for good, and never without being asked', async () => {
    const { root, sample } = await chosen({
      answers: {
        'leadDeletions.preview': () => ({
          leads: 2,
          sending: 1,
          merged: 0,
          enrollments: 0,
          conversations: 3,
          notes: 1,
          activities: 0,
          tasks: 0,
          files: 0,
          deals: 0,
        }),
      },
    });
    bar(root)
      .querySelector('acme-menu')
      ?.dispatchEvent(new CustomEvent('choose', { detail: 'delete' }));
    const asking = () => bar(root).querySelector('acme-delete-dialog')?.shadowRoot;
    await until(() => asking()?.textContent?.includes('3 conversations with all of their messages'));
    expect(asking()?.textContent).to.contain('That one stays for now.');
    expect(asking()?.textContent).not.to.contain('logged');
    expect(sample.calls.some(({ name }) => name === 'bulkOperations.start')).to.equal(false);
    const never = asking()?.querySelector('acme-checkbox') as HTMLElement & { checked: boolean };
    never.checked = true;
    never.dispatchEvent(new Event('change'));
    await settle(root);
    asking()?.querySelector<HTMLElement>('[variant=danger]')?.click();
    await until(() => toast(root).includes('2 leads deleted'));
    const { input } = sample.calls.find(({ name }) => name === 'bulkOperations.start') ?? {};
    expect(input).to.deep.include({ action: { kind: 'delete', suppress: true } });
    expect(toast(root)).not.to.contain('Undo');
  });

  it('asks for the number of leads where many are to be deleted', async () => {
    const { root, sample } = await showWidget({ widget: 'lead-table' });
    findDeep(root, '.tick input').click();
    await settle(root);
    await until(() => root.querySelector('acme-lead-selection-bar'));
    bar(root).querySelector<HTMLElement>('.every')?.click();
    await settle(root);
    bar(root)
      .querySelector('acme-menu')
      ?.dispatchEvent(new CustomEvent('choose', { detail: 'delete' }));
    const asking = () => bar(root).querySelector('acme-delete-dialog')?.shadowRoot;
    await until(() => asking()?.querySelector('acme-input'));
    const danger = () => asking()?.querySelector<HTMLElement & { disabled: boolean }>('[variant=danger]');
    expect(danger()?.disabled).to.equal(true);
    const field = asking()?.querySelector('acme-input') as HTMLElement & { value: string; label: string };
    const write = async (value: string): Promise<void> => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle(root);
    };
    await write('1');
    expect(danger()?.disabled).to.equal(true);
    await write(field.label.replace(/[^0-9,]/g, ''));
    expect(danger()?.disabled).to.equal(false);
    expect(sample.calls.some(({ name }) => name === 'bulkOperations.start')).to.equal(false);
  });

  it('says how far it is, can be stopped, and keeps what could not be done in sight', async () => {
    const failed = bulkOperation({
      state: 'cancelled',
      failed: 3,
      failures: [
        { leadId: 'lea_0', code: 'suppressed', message: '' },
        { leadId: 'lea_1', code: 'excluded', message: '' },
        { leadId: 'lea_2', code: 'excluded', message: '' },
      ],
    });
    const running = bulkOperation({ state: 'running', total: 5000, done: 2000, undoableUntil: null });
    const { root } = await chosen({
      answers: {
        'bulkOperations.start': () => running,
        'bulkOperations.get': () => running,
        'bulkOperations.cancel': () => failed,
      },
    });
    bar(root).querySelector<HTMLElement>('[icon=archive]')?.click();
    await until(() => panel(root).includes('2,000 of 5,000 leads done'));
    findDeep(root, 'acme-bulk-panel', 'acme-button').click();
    await until(() => panel(root).includes('3 leads could not be changed.'));
    expect(panel(root)).to.contain('The address must not be written to.');
    findDeep(root, 'acme-bulk-panel', '[icon=close]').click();
    await until(() => panel(root).trim() === '');
  });

  it('offers no campaigns and lists to who may not change them', async () => {
    const { root } = await chosen({ permissions: ['workspace.read', 'lead.read', 'lead.write'] });
    const { items } = bar(root).querySelector('acme-menu') as HTMLElement & { items: { id: string }[] };
    expect(items.map(({ id }) => id)).to.deep.equal(['add_tags', 'remove_tags', 'set_field', 'archive']);
  });
});
