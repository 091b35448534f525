import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#kernel';
import type { BlobStore } from '#ports';
import { randomUUID } from 'node:crypto';

/** Files in a folder of this machine; a file appears under its name only when it is complete. */
export function createFolderBlobStore(root: string): BlobStore {
  const base = resolve(root);
  const pathOf = (key: string): string => {
    const path = resolve(base, key);
    if (!path.startsWith(base + sep) || !/^[0-9a-f-]{36}\//.test(key))
      throw new Error(`Not a key of a workspace: ${key}`);
    return path;
  };
  return {
    async put(key, body, { maxBytes }) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const part = join(dirname(path), `.${randomUUID()}.part`);
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          done(size > maxBytes ? new Failure('request.too_large') : null, chunk);
        },
      });
      try {
        await pipeline(body, meter, createWriteStream(part, { flags: 'wx' }));
        const handle = await open(part, 'r');
        await handle.sync();
        await handle.close();
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return size;
    },
    async get(key, range) {
      const path = pathOf(key);
      await stat(path);
      return createReadStream(path, range && { start: range.start, end: range.end });
    },
    async size(key) {
      return stat(pathOf(key)).then(
        (file) => file.size,
        () => null,
      );
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
