import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import type { BlobStore } from '#ports';
import { startBucket, type Bucket } from '../../../test/fixture/bucket.ts';
import { createBlobStore } from './create-blob-store.ts';

let root: string;
let bucket: Bucket;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'blobs-'));
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket.stop();
  await rm(root, { recursive: true, force: true });
});

const stores: [string, () => BlobStore][] = [
  ['a folder', () => createBlobStore({ blobRoot: root, s3: null })],
  ['a bucket', () => createBlobStore({ blobRoot: root, s3: bucket.options })],
];
const bytes = (size: number) => Readable.from([Buffer.alloc(size, 'abcdefg')]);
const all = async (keys: AsyncIterable<string>) => {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found;
};

describe.each(stores)('%s', (_name, open) => {
  const workspace = newId();
  const at = (name: string) => `${workspace}/${name}`;

  it('gives back what was put, whole and in ranges, and puts again over it', async () => {
    const store = open();
    expect(await store.put(at('a/one'), Readable.from([Buffer.from('Hel'), Buffer.from('lo')]), { maxBytes: 10 })).toBe(5); // prettier-ignore
    expect(await text(await store.get(at('a/one')))).toBe('Hello');
    expect(await text(await store.get(at('a/one'), { start: 1, end: 3 }))).toBe('ell');
    expect(await store.size(at('a/one'))).toBe(5);
    expect(await store.put(at('a/one'), Readable.from([Buffer.from('Anew')]), { maxBytes: 10 })).toBe(4);
    expect(await text(await store.get(at('a/one')))).toBe('Anew');
    expect(await store.put(at('a/none'), Readable.from([]), { maxBytes: 10 })).toBe(0);
  });

  it('keeps large files byte for byte, sent as they come', async () => {
    const store = open();
    const chunk = Buffer.alloc(700_001, 'large ');
    const many = Readable.from((function* () { for (let at = 0; at < 30; at++) yield chunk; })()); // prettier-ignore
    expect(await store.put(at('large'), many, { maxBytes: 30 * chunk.length })).toBe(30 * chunk.length);
    const back = await buffer(await store.get(at('large')));
    expect(back.equals(Buffer.concat(Array.from({ length: 30 }, () => chunk)))).toBe(true);
  });

  it('keeps nothing of what is too large or broke off, small or large', async () => {
    const store = open();
    for (const size of [1_000, 20_000_000]) {
      await expect(store.put(at('over'), bytes(size), { maxBytes: size - 1 })).rejects.toMatchObject({ code: 'request.too_large' }); // prettier-ignore
      const broken = Readable.from((async function* () { yield Buffer.alloc(size); throw new Error('the line broke'); })()); // prettier-ignore
      await expect(store.put(at('broken'), broken, { maxBytes: 99_000_000 })).rejects.toThrow('the line broke');
    }
    expect([await store.size(at('over')), await store.size(at('broken'))]).toEqual([null, null]);
  });

  it('lists what is below a folder in order, and nothing beside it', async () => {
    const store = open();
    for (const name of ['list/b', 'list/a', 'list/deeper/c', 'listless'])
      await store.put(at(name), bytes(1), { maxBytes: 1 });
    expect(await all(store.list(at('list/')))).toEqual(['list/a', 'list/b', 'list/deeper/c'].map(at));
    expect(await all(store.list(at('nowhere/')))).toEqual([]);
  });

  it('removes one, also one that is not there, and says where there is none', async () => {
    const store = open();
    await store.put(at('gone'), bytes(3), { maxBytes: 3 });
    await store.remove(at('gone'));
    await store.remove(at('gone'));
    expect(await store.size(at('gone'))).toBeNull();
    await expect(store.get(at('gone'))).rejects.toThrow(/ENOENT|key/);
  });

  it('clears a workspace and leaves the next, and takes no key that climbs', async () => {
    const store = open();
    const other = newId();
    await store.put(`${other}/kept`, bytes(1), { maxBytes: 1 });
    await store.clear(workspace);
    await store.clear(workspace);
    expect([await all(store.list(at('a/'))), await store.size(`${other}/kept`)]).toEqual([[], 1]);
    for (const key of [`${workspace}/../${other}/kept`, 'uploads/x', '../x'])
      await expect((async () => store.size(key))()).rejects.toThrow('Not a key of a workspace');
  });
});
