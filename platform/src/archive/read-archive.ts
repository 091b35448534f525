import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveError } from './archive-error.ts';
import { archiveHead, archiveLine, type ArchiveHead, type ArchiveLine } from './archive-line.ts';

/**
 * The head of an archive, then its lines.
 * @throws ArchiveError when there is no such file, or it is none, or was cut off or changed.
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveHead | ArchiveLine, void> {
  await access(file, constants.R_OK).catch((cause: NodeJS.ErrnoException) => {
    throw new ArchiveError(cause.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read.`, {
      cause,
    });
  });
  const text = new PassThrough();
  const reading = pipeline(createReadStream(file), createGunzip(), text);
  // It is told below, where the lines end.
  reading.catch(() => text.destroy());
  let [isFirst, ended] = [true, false];
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      yield isFirst ? archiveHead.parse(JSON.parse(line)) : archiveLine.parse(JSON.parse(line));
      ended = !isFirst && line.startsWith('{"end":');
      isFirst = false;
    }
    await reading;
  } catch (cause) {
    throw new ArchiveError(
      isFirst
        ? 'This is no archive of a workspace, or one of a kind that is not known here.'
        : 'The archive was cut off or changed; copy it again.',
      { cause },
    );
  }
  if (!ended) throw new ArchiveError('The archive was cut off; copy it again.');
}
