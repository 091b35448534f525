import type { Page, Suppression, suppressionListInput } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import { addressHash } from './address-hash.ts';
import { shapeSuppression, suppressionColumns, type SuppressionRow } from './suppression-row.ts';

/** One page of suppressions, newest first; a search finds parts of an address, and a whole one in any spelling. */
export async function listSuppressions(
  scope: ReadScope,
  { cursor, limit, search }: z.output<typeof suppressionListInput>,
): Promise<Page<Suppression>> {
  const { app, workspaceId } = scope;
  const values: unknown[] = [workspaceId];
  const conditions = ['s.workspace_id = $1'];
  if (search) {
    const part = values.push(search.toLowerCase());
    const hash = values.push(addressHash(app, workspaceId, search));
    conditions.push(`(strpos(lower(s.email), $${part}) > 0 or s.address_hash = $${hash})`);
  }
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, ['time', 'uuid']);
    conditions.push(`(s.created_at, s.id) < ($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`);
  }
  const rows = await scope.read<SuppressionRow>(
    `select ${suppressionColumns} from suppression s where ${conditions.join(' and ')}
      order by s.created_at desc, s.id desc limit $${values.push(limit + 1)}`,
    values,
  );
  return pageFrom(rows, limit, shapeSuppression, (row) => [row.created_at.toISOString(), row.id]);
}
