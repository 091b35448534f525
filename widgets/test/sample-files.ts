import type { FileVersion, WorkspaceFile } from '@tabard/contract/crm/file';
import type { FileLink } from '@tabard/contract/crm/file-link';
import { ago } from './sample-records.ts';

const file = (at: number, rest: Partial<WorkspaceFile>): WorkspaceFile => ({
  id: `fil_${at}`,
  name: 'Plan of the yard.png',
  kind: 'image',
  mediaType: 'image/png',
  size: 482_113,
  version: 1,
  versions: 1,
  scan: 'unscanned',
  hasThumbnail: false,
  leadId: 'lea_000000',
  companyId: null,
  dealId: null,
  authorName: 'Mara Lindqvist',
  recordName: 'Ines Brandt',
  createdAt: ago(60 + at * 1500),
  updatedAt: ago(60 + at * 1500),
  archivedAt: null,
  ...rest,
});

/** Files of a lead. */
export const fileRows: readonly WorkspaceFile[] = [
  file(0, { hasThumbnail: true }),
  file(1, { name: 'Offer for return legs.pdf', kind: 'pdf', mediaType: 'application/pdf', size: 1_204_558, version: 3, versions: 3 }), // prettier-ignore
  file(2, { name: 'Terms of the offer.txt', kind: 'text', mediaType: 'text/plain', size: 2_840, authorName: 'Jonas Petersen' }), // prettier-ignore
  file(3, { name: 'Stops and distances of the northern lanes, as of this spring.xlsx', kind: 'sheet', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: 88_214 }), // prettier-ignore
  file(4, { name: 'Loading dock.jpg', mediaType: 'image/jpeg', size: 3_902_771, hasThumbnail: true, authorName: null }),
];

const versions: readonly FileVersion[] = [3, 2, 1].map((version) => ({
  version,
  isCurrent: version === 3,
  kind: 'pdf',
  mediaType: 'application/pdf',
  size: 1_204_558 - version * 1_000,
  scan: 'unscanned',
  authorName: version === 1 ? 'Jonas Petersen' : 'Mara Lindqvist',
  createdAt: ago(60 + (3 - version) * 4_000),
}));

const links: readonly FileLink[] = [
  { opened: 4, lastOpenedAt: ago(95), expiresAt: ago(-6 * 1_440), revokedAt: null },
  { opened: 0, lastOpenedAt: null, expiresAt: ago(-29 * 1_440), revokedAt: null },
  { opened: 1, lastOpenedAt: ago(9_000), expiresAt: ago(2_000), revokedAt: null },
  { opened: 0, lastOpenedAt: null, expiresAt: ago(-300), revokedAt: ago(400) },
].map((link, at) => ({
  id: `fln_${at}`,
  fileId: 'fil_1',
  authorName: 'Mara Lindqvist',
  createdAt: ago(200 + at),
  ...link,
}));

/** What the platform says of files. */
export const fileAnswers = (empty: boolean | undefined): Record<string, (input: never) => unknown> => ({
  'files.list': ({ filter }: { filter?: { search?: string; archived?: boolean } }) => ({
    items: (empty || filter?.archived ? [] : fileRows).filter(({ name }) =>
      name.toLowerCase().includes(filter?.search?.toLowerCase() ?? ''),
    ),
    nextCursor: null,
  }),
  'files.get': ({ id }: { id: string }) => fileRows.find((one) => one.id === id) ?? fileRows[0],
  'files.quota': () => ({ used: 3_400_000_000, quota: 21_474_836_480, limit: 1_073_741_824 }),
  'files.versions': () => ({ items: versions }),
  'fileLinks.list': () => ({ items: empty ? [] : links }),
  'fileLinks.create': () => ({ ...links[0], url: 'https://app.northlight.example/shared/wsp_0/fln_4fK2' }),
  'fileLinks.revoke': () => ({ ...links[0], revokedAt: ago(0) }),
  'files.restoreVersion': () => fileRows[1],
  'files.rename': ({ name }: { name: string }) => ({ ...fileRows[0], name }),
  'files.archive': () => ({ count: 1 }),
  'files.restore': () => ({ count: 1 }),
  'files.createUpload': ({ length }: { length: number }) => begun(length),
  'files.addVersion': ({ length }: { length: number }) => begun(length),
  'files.getUpload': () => begun(standing.length),
  'files.finish': () => fileRows[0],
});

const standing = { length: 0 };
const begun = (length: number) => {
  standing.length = length;
  return { id: 'fup_0', offset: 0, length, partBytes: 8_388_608, expiresAt: ago(-1_440) };
};

/** A yard with trucks, in colours. */
async function picture(seed: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(480, 320);
  const context = canvas.getContext('2d')!; // a canvas that was made just now
  const hue = Array.from(seed).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360;
  context.fillStyle = `hsl(${hue} 30% 88%)`;
  context.fillRect(0, 0, 480, 320);
  for (let at = 0; at < 6; at++) {
    context.fillStyle = `hsl(${hue + at * 14} 45% ${38 + at * 6}%)`;
    context.fillRect(30 + (at % 3) * 145, 40 + Math.floor(at / 3) * 140, 115, 90);
  }
  return canvas.convertToBlob();
}

/** What the platform answers at the plain addresses of files. `fetch` among the answers stands in for all of them. */
export async function answerFile(
  path: string,
  body: Blob | undefined,
  answers: Readonly<Record<string, (input: never) => unknown>> = {},
): Promise<unknown> {
  const own = await answers['fetch']?.(path as never);
  if (own) return own;
  const offset = Number(/offset=(\d+)/.exec(path)?.[1] ?? 0);
  return {
    json: async () => ({ ...begun(standing.length), offset: offset + (body?.size ?? 0) }),
    blob: async () => (/fil_[04]\//.test(path) ? picture(path.slice(0, 12)) : new Blob(['Terms of the offer\n\n1. Return legs on Tuesdays and Fridays\n2. Prices hold for ninety days\n'])), // prettier-ignore
  };
}
