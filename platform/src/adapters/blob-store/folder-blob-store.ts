import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#kernel';
import type { BlobStore } from '#ports';
import { randomUUID } from 'node:crypto';

/** How the names of a file's unfinished versions begin. */
const partsOf = (path: string): string => join(dirname(path), `.${basename(path)}.`);

/** Files in a folder of this machine that nobody else may read; a file appears under its name only when it is complete. */
export function createFolderBlobStore(root: string): BlobStore {
  const base = resolve(root);
  const pathOf = (key: string): string => {
    const path = resolve(base, key);
    const [, workspace = ''] = /^([0-9a-f-]{36})\//.exec(key) ?? [];
    // A name that climbs would be at home in another workspace.
    if (!workspace || !path.startsWith(join(base, workspace) + sep))
      throw new Error(`Not a key of a workspace: ${key}`);
    return path;
  };
  return {
    async put(key, body, { maxBytes }) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const part = `${partsOf(path)}${randomUUID()}.part`;
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          done(size > maxBytes ? new Failure('request.too_large') : null, chunk);
        },
      });
      try {
        await pipeline(body, meter, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
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
    list: (folder) => keysBelow(pathOf(folder), folder.replace(/\/$/, '')),
    async size(key) {
      return stat(pathOf(key)).then(
        (file) => file.size,
        () => null,
      );
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      // What a process that was killed left of it.
      const names = await readdir(dirname(path)).catch(() => []);
      const left = names.map((name) => join(dirname(path), name)).filter((name) => name.startsWith(partsOf(path)));
      for (const part of left) await rm(part, { force: true });
    },
    clear: (workspaceId) => rm(dirname(pathOf(`${workspaceId}/any`)), { recursive: true, force: true }),
  };
}

/** The keys of the whole files in a folder and below it; unfinished ones begin with a dot. */
async function* keysBelow(path: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* keysBelow(join(path, entry.name), key);
    else if (!entry.name.startsWith('.')) yield key;
  }
}
