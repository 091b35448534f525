import { toPublicId, type LeadImportInspection } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { findUpload } from '../upload/index.ts';
import { openSource, type Source } from './open-source.ts';
import { CsvDecoder } from './csv-decoder.rules.ts';
import { CsvError } from './csv-scanner.rules.ts';
import {
  detectDelimiter,
  detectEncoding,
  headRows,
  statedDelimiter,
  type Delimiter,
  type Encoding,
} from './csv-dialect.rules.ts';
import { suggestMapping } from './mapping.rules.ts';

/** Bytes looked at to tell what a file is. */
const headSize = 262_144;

/** What the beginning of a file says: how it is written, its columns, and about how many rows follow. */
export interface FileHead {
  encoding: Encoding;
  delimiter: Delimiter;
  header: string[];
  rows: string[][];
  estimatedRows: number;
  /** The names of a workbook's sheets and the place of the one that is read; none for a text. */
  sheets: string[];
  sheet: number | null;
  headerRow: number;
}

/** What a caller says of a file. */
interface Reading {
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  sheet?: number | undefined;
  headerRow?: number | undefined;
}

/** Reads the beginning of an uploaded file; what is given of how it is to be read is believed. */
export async function readHead(
  scope: ReadScope,
  upload: { id: string; size: number },
  given: Reading = {},
): Promise<FileHead> {
  if (upload.size === 0) fail('upload.empty');
  try {
    const source = await openSource(scope, upload.id, given.sheet);
    return await headOf(source, source.sheets.length > 0 ? { headerRow: given.headerRow } : given);
  } catch (error) {
    if (error instanceof CsvError) {
      const message = `${error.message} Correct the file and upload it again.`;
      fail('lead_import.unreadable', {
        public: message,
        details: [{ path: '', message, reason: error.code, ...(error.line && { name: String(error.line) }) }],
        cause: error,
      });
    }
    throw error;
  }
}

/** What the beginning of a text says; a workbook's sheet is one by now. */
async function headOf({ open, size, sheets, sheet }: Source, given: Reading): Promise<FileHead> {
  const head = Buffer.concat(await (await open({ start: 0, end: headSize - 1 })).toArray());
  const encoding = given.encoding ?? (sheets.length > 0 ? 'utf-8' : detectEncoding(head));
  const complete = size <= headSize;
  const decoder = new CsvDecoder(encoding);
  // Of a file that is cut here, the line that the cut goes through is left.
  const text = decoder.push(head) + (complete ? decoder.end() : '');
  if (text.includes('\0'))
    throw new CsvError('not_text', 'The file has bytes that no text has. Save it as CSV (UTF-8).');
  const { headerRow = 1 } = given;
  const delimiter =
    given.delimiter ??
    (sheets.length > 0 ? ',' : (statedDelimiter(text) ?? detectDelimiter(text, complete, headerRow)));
  const [header = [], ...rows] = headRows(text, delimiter, complete, headerRow);
  if (header.length === 0 || (complete && rows.length === 0)) fail('upload.empty');
  const bytesPerRow = complete ? 0 : head.length / Math.max(1, headRowCount(text));
  return {
    encoding,
    delimiter,
    header: header.map((name) => name.trim()),
    rows,
    estimatedRows: complete ? rows.length : Math.round(size / bytesPerRow),
    sheets,
    sheet,
    headerRow,
  };
}

/** Line ends are close enough to rows for an estimate. */
function headRowCount(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

/** Says what was found in an uploaded file and proposes a mapping. */
export async function inspectUpload(
  scope: ReadScope,
  { uploadId, ...given }: { uploadId: string } & Reading,
): Promise<LeadImportInspection> {
  const upload = await findUpload(scope, uploadId);
  const head = await readHead(scope, upload, given);
  const columns = head.header.map((name, index) => ({
    name,
    samples: head.rows
      .map((row) => row[index]?.trim() ?? '')
      .filter(Boolean)
      .slice(0, 5),
  }));
  const suggestions = suggestMapping(columns);
  return {
    uploadId: toPublicId('upload', uploadId),
    fileName: upload.fileName,
    size: upload.size,
    encoding: head.encoding,
    delimiter: head.delimiter,
    sheets: head.sheets,
    sheet: head.sheet,
    headerRow: head.headerRow,
    columns: columns.map((column, index) => ({ ...column, suggestion: suggestions[index] ?? null })),
    estimatedRows: head.estimatedRows,
  };
}
