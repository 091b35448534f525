import { toPublicId, type LeadImportInspection } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { findUpload, uploadKey } from '../upload/index.ts';
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
}

/** Reads the beginning of an uploaded file; given parts of the dialect are believed. */
export async function readHead(
  scope: ReadScope,
  upload: { id: string; size: number },
  given: { encoding?: Encoding; delimiter?: Delimiter } = {},
): Promise<FileHead> {
  if (upload.size === 0) fail('upload.empty');
  const stream = await scope.app.ports.blobs.get(uploadKey(scope.workspaceId, upload.id), {
    start: 0,
    end: headSize - 1,
  });
  const head = Buffer.concat(await stream.toArray());
  const encoding = given.encoding ?? detectEncoding(head);
  const complete = upload.size <= headSize;
  try {
    const decoder = new CsvDecoder(encoding);
    // Of a file that is cut here, the line that the cut goes through is left.
    const text = decoder.push(head) + (complete ? decoder.end() : '');
    if (text.includes('\0'))
      throw new CsvError('not_text', 'The file has bytes that no text has. Save it as CSV (UTF-8).');
    const delimiter = given.delimiter ?? statedDelimiter(text) ?? detectDelimiter(text, complete);
    const [header = [], ...rows] = headRows(text, delimiter, complete);
    if (header.length === 0 || (complete && rows.length === 0)) fail('upload.empty');
    const bytesPerRow = complete ? 0 : head.length / Math.max(1, headRowCount(text));
    return {
      encoding,
      delimiter,
      header: header.map((name) => name.trim()),
      rows,
      estimatedRows: complete ? rows.length : Math.round(upload.size / bytesPerRow),
    };
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

/** Line ends are close enough to rows for an estimate. */
function headRowCount(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

/** Says what was found in an uploaded file and proposes a mapping. */
export async function inspectUpload(
  scope: ReadScope,
  { uploadId }: { uploadId: string },
): Promise<LeadImportInspection> {
  const upload = await findUpload(scope, uploadId);
  const head = await readHead(scope, upload);
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
    columns: columns.map((column, index) => ({ ...column, suggestion: suggestions[index] ?? null })),
    estimatedRows: head.estimatedRows,
  };
}
