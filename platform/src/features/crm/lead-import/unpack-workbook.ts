import { createReadStream } from 'node:fs';
import { Unzip, UnzipInflate, UnzipPassThrough, zipSync, type UnzipFile } from 'fflate';
import { CsvError } from './csv-scanner.rules.ts';

/** What a workbook may have: bytes of all its parts unpacked, and parts. */
const [mostBytes, mostParts] = [134_217_728, 2_000];

/** The parts that tell what is in it; pictures and the like are left packed. */
const told = /\.(?:xml|rels)$/;

/**
 * Unpacks the parts of a workbook within bounds, whatever the file says of their sizes, and packs them again for the library, which unpacks
 * without any: so it never sees other parts than those that were looked at here.
 * @throws CsvError for what is no workbook or too large a one.
 */
export async function unpackWorkbook(path: string): Promise<{ book: Buffer; parts: ReadonlyMap<string, Uint8Array> }> {
  const chunks = new Map<string, Uint8Array[]>();
  let [bytes, count] = [0, 0];
  const unzip = new Unzip((file: UnzipFile) => {
    count += 1;
    if (count > mostParts) throw tooLarge();
    if (!told.test(file.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(file.name, own);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge();
      own.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 65_536 })) unzip.push(chunk as Buffer); // bytes without encoding
    unzip.push(new Uint8Array(), true);
  } catch (error) {
    throw error instanceof CsvError ? error : notWorkbook(error);
  }
  const parts = new Map([...chunks].map(([name, own]) => [name, Buffer.concat(own)] as const));
  if (!parts.has('xl/workbook.xml')) throw notWorkbook();
  for (const part of parts.values()) if (declares(part)) throw notWorkbook();
  return { book: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })), parts };
}

/** Whether a part declares a document type, which no workbook has and which entities that unfold without end would need. */
const declares = (part: Buffer): boolean => part.includes('<!DOCTYPE') || part.includes('<!ENTITY');

const tooLarge = (): CsvError =>
  new CsvError('workbook_too_large', 'The workbook is too large to be read. Save the sheet as CSV (UTF-8).');

export const notWorkbook = (cause?: unknown): CsvError =>
  Object.assign(
    new CsvError('not_workbook', 'The file is packed like a workbook and is none. Save it as .xlsx or as CSV (UTF-8).'),
    { cause },
  );
