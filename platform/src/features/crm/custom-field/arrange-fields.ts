import type { customFieldArrangeInput } from '@tabard/contract/crm/custom-field';
import type { Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { emitStandard, fail, type WriteScope } from '#kernel';
import { customFields } from './custom-field.entity.ts';

/** Puts live fields into an order; those that are not named follow as they were. All of them or none. */
export async function arrangeFields(
  scope: WriteScope,
  { noun, ids }: z.output<typeof customFieldArrangeInput>,
): Promise<{ count: number }> {
  const { workspaceId, sql } = scope;
  const wanted = [...new Set(ids)];
  const rows = await sql<{ id: Uuid; position: number }>(
    `select id, position from custom_field where workspace_id = $1 and noun = $2 and archived_at is null
      order by position, created_at, id for update`,
    [workspaceId, noun],
  );
  const known = new Map(rows.map((row) => [row.id, row.position]));
  if (wanted.some((id) => !known.has(id))) fail('custom_field.not_found');
  const order = [...wanted, ...rows.map(({ id }) => id).filter((id) => !wanted.includes(id))];
  const moved = order.flatMap((id, position) => (known.get(id) === position ? [] : [{ id, position }]));
  if (moved.length === 0) return { count: 0 };
  await sql(
    `update custom_field f set position = o.position, updated_at = now()
       from unnest($2::uuid[], $3::int[]) as o(id, position) where f.workspace_id = $1 and f.id = o.id`,
    [workspaceId, moved.map(({ id }) => id), moved.map(({ position }) => position)],
  );
  for (const { id } of moved) emitStandard(scope, customFields, 'updated', id);
  return { count: moved.length };
}
