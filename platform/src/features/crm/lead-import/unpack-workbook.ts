import { createReadStream } from 'node:fs';
import { Unzip, UnzipInflate, UnzipPassThrough, zipSync, type UnzipFile } from 'fflate';
import { checkSheet } from './check-sheet.ts';
import { CsvError } from './csv-scanner.rules.ts';
import { readTags } from './read-tags.ts';
import { notWorkbook, tooLarge } from './workbook-faults.ts';

/** What a workbook may have: bytes of all its parts unpacked, parts, and sheets with names of so many letters. */
const [mostBytes, mostParts, mostSheets, longestName] = [134_217_728, 2_000, 1_000, 100];

/** The parts that tell what is in it; pictures and the like are left packed. */
const told = /\.(?:xml|rels)$/;

/**
 * Unpacks the parts of a workbook within bounds, whatever the file says of their sizes, and packs them again for the library, which unpacks
 * without any: so it never sees other parts than those that were looked at here. Of its sheets only the one that is wanted is packed.
 * @throws CsvError for what is no workbook or too large a one, or has no such sheet.
 */
export async function unpackWorkbook(path: string, wanted: number): Promise<{ book: Buffer; names: string[] }> {
  const parts = await unpackParts(path);
  const sheets = sheetsOf(parts);
  const sheet = sheets[wanted - 1];
  if (!sheet) throw new CsvError('no_sheet', 'The workbook has no such sheet.');
  for (const [name, part] of parts) {
    if (declares(part)) throw notWorkbook();
    if (name !== sheet.part && part.includes('sheetData')) parts.delete(name);
  }
  const part = parts.get(sheet.part);
  if (!part) throw notWorkbook();
  checkSheet(part);
  return {
    book: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })),
    names: sheets.map(({ name }) => name.slice(0, longestName)),
  };
}

/** The sheets in their order, and the part that each is in. */
function sheetsOf(parts: ReadonlyMap<string, Buffer>): { name: string; part: string }[] {
  const [book, relations] = [parts.get('xl/workbook.xml'), parts.get('xl/_rels/workbook.xml.rels')];
  if (!book || !relations) throw notWorkbook();
  const targets = new Map<string, string>();
  readTags(relations, {
    opened: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  readTags(book, {
    opened: (tag, { name, id }) => {
      if (tag !== 'sheet' || !name) return;
      if (sheets.push({ name, part: targets.get(id ?? '') ?? '' }) > mostSheets) throw tooLarge();
    },
  });
  return sheets;
}

async function unpackParts(path: string): Promise<Map<string, Buffer>> {
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
  return new Map([...chunks].map(([name, own]) => [name, Buffer.concat(own)] as const));
}

/** Whether a part declares a document type, which no workbook has and which entities that unfold without end would need. */
const declares = (part: Buffer): boolean => part.includes('<!DOCTYPE') || part.includes('<!ENTITY');
