import type { Readable } from 'node:stream';
import type { Scope } from '#kernel';
import { derivedFolder, uploadKey } from '../upload/index.ts';
import { CsvError } from './csv-scanner.rules.ts';
import { sheetAsText } from './sheet-as-text.ts';

/** A text to import: an uploaded one, or the sheet of an uploaded workbook as one. */
export interface Source {
  size: number;
  /** The names of the workbook's sheets and the place of this one, counted from 1; none for a text. */
  sheets: string[];
  sheet: number | null;
  open: (range?: { start: number; end: number }) => Promise<Readable>;
}

/** How files begin: what is packed, as workbooks are, and what Excel wrote before that or locks with a password. */
const [packed, compound] = [Buffer.from('504b0304', 'hex'), Buffer.from('d0cf11e0a1b11ae1', 'hex')];

/**
 * The text of an upload, whatever it is called. A sheet is made into a text once and kept with the upload, so that looking at a workbook and
 * importing it read it once.
 * @throws CsvError for a workbook that cannot be read.
 */
export async function openSource(
  { app, workspaceId }: Pick<Scope, 'app' | 'workspaceId'>,
  uploadId: string,
  wanted = 1,
): Promise<Source> {
  const { blobs } = app.ports;
  const key = uploadKey(workspaceId, uploadId);
  const start = Buffer.concat(await (await blobs.get(key, { start: 0, end: 7 })).toArray());
  if (start.equals(compound))
    throw new CsvError(
      'workbook_locked',
      'The workbook is locked with a password, or of an old kind. Save it as .xlsx without a password.',
    );
  if (!start.subarray(0, 4).equals(packed))
    return { size: (await blobs.size(key)) ?? 0, sheets: [], sheet: null, open: (range) => blobs.get(key, range) };
  const folder = derivedFolder(workspaceId, uploadId);
  const [text, names] = [`${folder}sheet-${wanted}`, `${folder}names`];
  if ((await blobs.size(text)) === null || (await blobs.size(names)) === null)
    await sheetAsText(blobs, { key, text, names, sheet: wanted });
  const sheets = JSON.parse(Buffer.concat(await (await blobs.get(names)).toArray()).toString()) as string[]; // written by us
  return { size: (await blobs.size(text)) ?? 0, sheets, sheet: wanted, open: (range) => blobs.get(text, range) };
}
