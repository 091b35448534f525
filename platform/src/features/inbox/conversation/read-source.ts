import { buffer } from 'node:stream/consumers';
import type { messageSourceInput, messageSourceOutput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';

/** Bytes of one answer: a large mail goes out in parts, so that none of them holds up other calls. */
const partBytes = 1024 * 1024;

/** A part of a received mail as it came, for people who must see what could not be read. */
export async function readSource(
  scope: Pick<ReadScope, 'app' | 'read' | 'workspaceId'>,
  { id, offset }: z.output<typeof messageSourceInput>,
): Promise<z.input<typeof messageSourceOutput>> {
  const { blobs } = scope.app.ports;
  const [row] = await scope.read<{ source_hash: string | null }>(
    'select source_hash from message where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  );
  if (!row) return fail('message.not_found');
  if (row.source_hash === null) return fail('message.source_gone');
  const key = `${scope.workspaceId}/mail/${row.source_hash}`;
  const size = await blobs.size(key);
  if (size === null) return fail('message.source_gone');
  const end = Math.min(offset + partBytes, size);
  const part = offset < end ? await buffer(await blobs.get(key, { start: offset, end: end - 1 })) : Buffer.alloc(0);
  return { size, content: part.toString('base64'), next: end < size ? end : null };
}
