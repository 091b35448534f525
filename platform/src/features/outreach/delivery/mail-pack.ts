import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { Uuid } from '@tabard/contract';
import { newId, type Sql } from '#kernel';

/** Where the bytes of a mail lie. */
export interface PackPlace {
  pack_id: Uuid;
  pack_start: number;
  pack_size: number;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Packs that are in memory at once while many are read. */
const atOnce = 10;

/** Stores the bytes of mails as one pack; gives the place of each. */
export async function writePack(sql: Sql, workspaceId: Uuid, mails: readonly Uint8Array[]): Promise<PackPlace[]> {
  const id = newId();
  const bytes = await compress(Buffer.concat(mails));
  await sql('insert into mail_pack (workspace_id, id, bytes) values ($1, $2, $3)', [workspaceId, id, bytes]);
  let start = 0;
  return mails.map(({ length }) => {
    const place = { pack_id: id, pack_start: start, pack_size: length };
    start += length;
    return place;
  });
}

/** The bytes of mails, exactly as they were packed; one whose pack was dropped is missing. */
export async function readPacked<K>(
  sql: Sql,
  workspaceId: Uuid,
  places: ReadonlyMap<K, PackPlace>,
): Promise<Map<K, Uint8Array>> {
  const found = new Map<K, Uint8Array>();
  const byPack = [...Map.groupBy(places, ([, place]) => place.pack_id)];
  for (let start = 0; start < byPack.length; start += atOnce) {
    const group = byPack.slice(start, start + atOnce);
    const packs = await sql<{ id: Uuid; bytes: Buffer }>(
      'select id, bytes from mail_pack where workspace_id = $1 and id = any($2::uuid[])',
      [workspaceId, group.map(([id]) => id)],
    );
    for (const pack of packs) {
      const bytes = await decompress(pack.bytes);
      const wanted = group.find(([id]) => id === pack.id)![1];
      for (const [key, { pack_start, pack_size }] of wanted)
        // A copy, so that one mail does not keep its whole pack in memory.
        found.set(key, Uint8Array.from(bytes.subarray(pack_start, pack_start + pack_size)));
    }
  }
  return found;
}
