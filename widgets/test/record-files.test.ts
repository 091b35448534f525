import { expect } from '@open-wc/testing';
import { defineElement } from '../src/base/define-element.ts';
import type { PrefixedElement } from '../src/base/prefixed-element.ts';
import type { Session } from '../src/core/session.ts';
import { RecordFiles } from '../src/crm/file/record-files.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

async function show(sample: Staging['sample'] = {}) {
  const shown = await showWidget({ widget: 'timeline', sample });
  defineElement('acme', RecordFiles);
  const element = document.createElement('acme-record-files') as PrefixedElement & RecordFiles;
  const { session } = shown.element as HTMLElement & { session: Session };
  Object.assign(element, { session, subject: { noun: 'lead', id: 'lea_000000' } });
  shown.root.append(element);
  await settle(element);
  const root = element.shadowRoot!;
  const entries = () => [...root.querySelectorAll('acme-file-entry')];
  return {
    ...shown,
    element,
    panel: root,
    entries,
    asked: (call: string) => shown.sample.calls.filter((one) => one.name === call).map(({ input }) => input),
    drop: (...files: File[]) =>
      root.querySelector('acme-file-drop')!.dispatchEvent(new CustomEvent('files', { detail: files })),
    async choose(at: number, what: string): Promise<void> {
      findDeep(entries()[at]!.shadowRoot!, 'acme-menu').dispatchEvent(new CustomEvent('choose', { detail: what }));
      await settle(root);
    },
  };
}
const file = (name: string, size = 600_000) => new File([new Uint8Array(size)], name);
const refused = (code: string, status: number) => Object.assign(new Error(code), { code, status, requestId: 'r' });

describe('the files of a record', () => {
  it('are sent several at once, in parts, to this record, and the list is asked again', async () => {
    const { drop, asked, panel } = await show();
    const before = asked('files.list').length;
    drop(file('one.bin'), file('two.bin'), file('three.bin'));
    await until(() => asked('files.finish').length === 3 && asked('files.list').length > before);
    expect(asked('files.createUpload')).to.deep.equal(
      ['one.bin', 'two.bin', 'three.bin'].map((name) => ({
        subject: { noun: 'lead', id: 'lea_000000' },
        name,
        length: 600_000,
      })),
    );
    const parts = asked('fetch').filter((path) => String(path).includes('/uploads/'));
    expect(parts.slice(0, 1)).to.deep.equal(['/files/uploads/fup_0?offset=0']);
    expect(parts).to.have.length(9);
    await until(() => panel.querySelectorAll('.upload').length === 0);
  });

  it('that fail say why and go on from where they were, and what is cancelled is gone', async () => {
    let fails = true;
    const { drop, asked, panel } = await show({
      answers: {
        fetch: (path: string) =>
          fails && path.includes('/uploads/') ? Promise.reject(refused('request.invalid', 400)) : null,
      },
    });
    drop(file('one.bin'), file('two.bin'));
    await until(() => panel.querySelectorAll('.upload .wrong').length === 2);
    fails = false;
    panel.querySelectorAll<HTMLElement>('.upload .ends acme-button')[3]!.click();
    await until(() => panel.querySelectorAll('.upload').length === 1);
    panel.querySelector<HTMLElement>('.upload .ends acme-button')!.click();
    await until(() => panel.querySelectorAll('.upload').length === 0);
    expect([asked('files.createUpload').length, asked('files.getUpload'), asked('files.finish').length]).to.deep.equal([
      2,
      [{ id: 'fup_0' }],
      1,
    ]);
  });

  it('are refused in words for what they are', async () => {
    const { drop, panel } = await show({
      answers: { 'files.finish': () => Promise.reject(refused('file.type_mismatch', 422)) },
    });
    drop(file('fake.pdf'));
    await until(() => panel.querySelector('.upload .wrong'));
    expect(panel.querySelector('.upload .wrong')!.textContent).to.contain('not what its name says');
  });

  it('are renamed in their place by keys, deleted with the way back, and asked for in the bin', async () => {
    const { entries, choose, asked, panel } = await show();
    await choose(0, 'rename');
    const input = findDeep<HTMLInputElement>(entries()[0]!.shadowRoot!, 'acme-input', 'input');
    await until(() => input.getRootNode() instanceof ShadowRoot && (input.getRootNode() as ShadowRoot).activeElement === input); // prettier-ignore
    input.value = 'Yard.png';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await until(() => asked('files.rename').length > 0);
    expect(asked('files.rename')).to.deep.equal([{ id: 'fil_0', name: 'Yard.png' }]);
    await choose(1, 'delete');
    await until(() => findDeep(panel, 'acme-toaster', 'button'));
    findDeep(panel, 'acme-toaster', 'button').click();
    await until(() => asked('files.restore').length > 0);
    expect([asked('files.archive'), asked('files.restore')]).to.deep.equal([
      [{ ids: ['fil_1'] }],
      [{ ids: ['fil_1'] }],
    ]);
    [...panel.querySelectorAll<HTMLElement>('.bar acme-button')].at(-1)!.click();
    await until(() => panel.querySelector('acme-empty'));
    expect(asked('files.list').at(-1)).to.deep.include({ filter: { archived: true } });
  });

  it('are opened as images and texts, saved as nothing that a browser opens, and shown in another version', async () => {
    const { choose, panel, asked } = await show();
    await choose(0, 'open');
    await until(() => findDeep(panel, 'acme-file-preview', 'canvas:not([hidden])'));
    panel.querySelector('acme-file-preview')!.dispatchEvent(new CustomEvent('close'));
    await settle(panel);
    await choose(2, 'open');
    await until(() => findDeep(panel, 'acme-file-preview', 'pre').textContent?.includes('Return legs'));
    panel.querySelector('acme-file-preview')!.dispatchEvent(new CustomEvent('close'));
    await choose(1, 'versions');
    await until(() => findDeep(panel, 'acme-file-versions', 'li'));
    const restore = [
      ...findDeep(panel, 'acme-file-versions').shadowRoot!.querySelectorAll<HTMLElement>('li acme-button'),
    ];
    restore[2]!.click();
    await until(() => asked('files.restoreVersion').length > 0);
    expect(asked('files.restoreVersion')).to.deep.equal([{ id: 'fil_1', version: 2 }]);
  });

  it('are given to people outside by links with an expiry, whose address is said once, and which are taken back', async () => {
    const { choose, panel, asked } = await show();
    await choose(1, 'links');
    const dialog = () => findDeep(panel, 'acme-file-links').shadowRoot!;
    await until(() => dialog().querySelectorAll('li').length === 4);
    expect(dialog().querySelectorAll('li acme-button')).to.have.length(2);
    const select = dialog().querySelector('acme-select') as HTMLElement & { value: string };
    select.value = '30';
    select.dispatchEvent(new Event('change'));
    dialog().querySelector<HTMLElement>('form acme-button')!.click();
    await until(() => dialog().querySelector('.url'));
    expect(asked('fileLinks.create')).to.deep.equal([{ fileId: 'fil_1', days: 30 }]);
    expect((dialog().querySelector('.url') as HTMLElement & { value: string }).value).to.contain('/shared/');
    dialog().querySelector<HTMLElement>('li acme-button')!.click();
    await until(() => asked('fileLinks.revoke').length > 0);
    expect(asked('fileLinks.revoke')).to.deep.equal([{ id: 'fln_0' }]);
  });

  it('offer whoever may only read nothing but to open and to save', async () => {
    const { entries, panel } = await show({ permissions: ['workspace.read', 'file.read'] });
    expect(panel.querySelector('acme-file-drop')).to.equal(null);
    const menu = findDeep<HTMLElement & { items: { id: string }[] }>(entries()[0]!.shadowRoot!, 'acme-menu');
    expect(menu.items.map(({ id }) => id)).to.deep.equal(['open', 'download', 'versions']);
  });

  it('say how much room is used from four fifths on', async () => {
    const { panel } = await show({
      answers: { 'files.quota': () => ({ used: 81, quota: 100, limit: 50 }) },
    });
    await until(() => panel.querySelector('acme-banner'));
    expect(panel.querySelector('acme-banner')!.textContent).to.contain('81');
  });
});
