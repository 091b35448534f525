import type { Readable } from 'node:stream';

/** Files of a workspace. Keys start with the workspace's id; a store refuses any other. */
export interface BlobStore {
  /** Stores a stream, whole or not at all; gives its size in bytes. */
  put(key: string, body: Readable, options: { maxBytes: number }): Promise<number>;
  /** @throws when there is no such file. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** The keys below a folder, such as `<workspace>/mail/`; none where there is no such folder. */
  list(folder: string): AsyncIterable<string>;
  size(key: string): Promise<number | null>;
  remove(key: string): Promise<void>;
  /** Removes all files of a workspace, also unfinished ones. One that ends in between is done again. */
  clear(workspaceId: string): Promise<void>;
}
