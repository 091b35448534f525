import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileFault } from '@tabard/contract';
import type { BlobStore } from '#ports';
import { createProcessPool, ThreadFailure } from '#threads';
import { CsvError } from './csv-scanner.rules.ts';

/** What a process is asked: to write a sheet of a workbook, counted from 1, into a file as CSV in UTF-8. */
export interface SheetQuestion {
  workbook: string;
  sheet: number;
  target: string;
}
/** The names of all sheets, or why it is no workbook that can be read. */
export type SheetAnswer = { names: string[] } | { fault: FileFault; message: string };

/**
 * A workbook is read as a whole: what it is unpacked stays below 128 MiB, and its process below this heap. One is read at a time. A thread
 * would not do: the limit of its heap does not hold for one large array, and what such a one ends is the whole process.
 */
const processes = createProcessPool<SheetQuestion, SheetAnswer>({
  program: new URL('workbook-process.ts', import.meta.url),
  memoryMb: 768,
});
const longestMs = 120_000;
const tooLarge = 'The workbook is too large to be read. Save the sheet as CSV (UTF-8).';

/** Makes a text of one sheet of a packed workbook, in a process of its own, and keeps it with the names of all sheets. */
export async function sheetAsText(
  blobs: BlobStore,
  { key, text, names, sheet }: { key: string; text: string; names: string; sheet: number },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  const [workbook, target] = [join(folder, 'workbook'), join(folder, 'sheet')];
  const maxBytes = Number.MAX_SAFE_INTEGER;
  try {
    await pipeline(await blobs.get(key), createWriteStream(workbook));
    const answer = await processes.run({ workbook, sheet, target }, longestMs).catch((error: unknown) => {
      if (error instanceof ThreadFailure && error.reason !== 'failed')
        throw new CsvError('workbook_too_large', tooLarge);
      throw error;
    });
    if ('fault' in answer) throw new CsvError(answer.fault, answer.message);
    await blobs.put(names, Readable.from([Buffer.from(JSON.stringify(answer.names))]), { maxBytes });
    await blobs.put(text, createReadStream(target), { maxBytes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
