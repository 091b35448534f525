import { html } from '../../src/base/html.ts';
import type { Session } from '../../src/core/session.ts';
import { RecordFiles } from '../../src/crm/file/record-files.ts';
import { fileRows } from '../sample-files.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { panelStory } from './show-panel.ts';
import type { Story } from './story.ts';

const subject = { noun: 'lead', id: 'lea_000000' } as const;
const content = (session: Session) => html`<x-record-files .session=${session} .subject=${subject}></x-record-files>`;
const base = { of: 'record-files', panel: RecordFiles, content };
const DOWN = Object.assign(new Error('down'), { status: 503, code: 'internal.unavailable', requestId: 'req_01K4' });
const FULL = Object.assign(new Error('full'), { status: 413, code: 'file.quota_exceeded', requestId: 'req_01K4' });

/** Chooses from the menu of a file. */
async function act(root: ShadowRoot, at: number, what: string): Promise<void> {
  await until(() => findDeep(root, 'acme-record-files').shadowRoot!.querySelectorAll('acme-file-entry').length > at);
  const entry = findDeep(root, 'acme-record-files').shadowRoot!.querySelectorAll('acme-file-entry')[at]!;
  entry.shadowRoot!.querySelector('acme-menu')!.dispatchEvent(new CustomEvent('choose', { detail: what }));
}
const choose = (root: ShadowRoot, files: File[]) =>
  findDeep(root, 'acme-record-files', 'acme-file-drop').dispatchEvent(new CustomEvent('files', { detail: files }));
const drawn = (root: ShadowRoot) =>
  until(() =>
    [...findDeep(root, 'acme-record-files').shadowRoot!.querySelectorAll('acme-file-entry')].some((entry) =>
      entry.shadowRoot!.querySelector('acme-file-picture')!.shadowRoot!.querySelector('canvas:not([hidden])'),
    ),
  );

export const stories: readonly Story[] = [
  panelStory({ ...base, state: 'filled', play: drawn }),
  panelStory({
    ...base,
    state: 'pictures',
    play: async (root) => {
      await drawn(root);
      findDeep(root, 'acme-record-files').shadowRoot!.querySelector<HTMLElement>('.bar acme-button')!.click();
      await drawn(root);
    },
  }),
  panelStory({ ...base, state: 'empty', sample: { empty: true } }),
  panelStory({ ...base, state: 'error', sample: { answers: { 'files.list': () => Promise.reject(DOWN) } } }),
  panelStory({ ...base, state: 'read-only', sample: { permissions: ['workspace.read', 'file.read'] } }),
  panelStory({
    ...base,
    state: 'uploading',
    sample: {
      answers: {
        fetch: (path: string) => (path.includes('/uploads/') ? new Promise(() => undefined) : null),
        'files.quota': () => ({ used: 18_200_000_000, quota: 21_474_836_480, limit: 1_073_741_824 }),
        'files.createUpload': ({ name, length }: { name: string; length: number }) =>
          name.startsWith('Film')
            ? Promise.reject(FULL)
            : { id: 'fup_0', offset: Math.round(length * 0.4), length, partBytes: 8_388_608, expiresAt: '' },
      },
    },
    play: (root) =>
      choose(root, [
        new File([new Uint8Array(900_000)], 'Contract signed.pdf'),
        new File([new Uint8Array(400_000)], 'Film of the yard.mp4'),
        new File([new Uint8Array(300_000)], 'Photo of the dock.jpg'),
        new File([new Uint8Array(200_000)], 'Second photo of the dock.jpg'),
      ]),
  }),
  panelStory({ ...base, state: 'preview', play: (root) => act(root, 0, 'open') }),
  panelStory({ ...base, state: 'preview-text', play: (root) => act(root, 2, 'open') }),
  panelStory({ ...base, state: 'renaming', play: (root) => act(root, 1, 'rename') }),
  panelStory({ ...base, state: 'versions', play: (root) => act(root, 1, 'versions') }),
  panelStory({ ...base, state: 'links', play: (root) => act(root, 1, 'links') }),
  panelStory({
    ...base,
    state: 'link-made',
    play: async (root) => {
      await act(root, 1, 'links');
      await until(() => findDeep(root, 'acme-record-files', 'acme-file-links', 'form acme-button'));
      findDeep(root, 'acme-record-files', 'acme-file-links', 'form acme-button').click();
      await until(() => findDeep(root, 'acme-record-files', 'acme-file-links', '.url'));
    },
  }),
  panelStory({
    ...base,
    state: 'harmful',
    sample: {
      answers: {
        'files.list': () => ({
          items: fileRows.slice(0, 3).map((file, at) => ({
            ...file,
            hasThumbnail: false,
            scan: (['infected', 'waiting', 'clean'] as const)[at],
          })),
          nextCursor: null,
        }),
      },
    },
  }),
];
