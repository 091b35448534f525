import type { Uuid } from '@tabard/contract';
import { emitStandard, type CallScope, type WriteScope } from '#kernel';
import { customFields } from './custom-field.entity.ts';

/** Leads that one transaction goes through. */
const atOnce = 5_000;

/** Goes through all leads from where an earlier run came to; each part is a transaction that notes how far it came. */
export async function removeValues(scope: CallScope, { fieldId }: { workspaceId: Uuid; fieldId: Uuid }): Promise<void> {
  while (await scope.write((writing) => removeNext(writing, fieldId))) continue;
}

/** Takes the values out of the next leads; false when the field is gone, or was never to go. */
async function removeNext(scope: WriteScope, fieldId: Uuid): Promise<boolean> {
  const { workspaceId, sql } = scope;
  const [field] = await sql<{ key: string; removed_until: Uuid | null }>(
    'select key, removed_until from custom_field where workspace_id = $1 and id = $2 and removal is not null for update',
    [workspaceId, fieldId],
  );
  if (!field) return false;
  const [part] = await sql<{ last: Uuid | null; many: number }>(
    `with part as materialized (
       select id from lead where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit ${atOnce}
     ), emptied as (
       update lead l set custom = l.custom - $3::text, updated_at = now() from part
        where l.workspace_id = $1 and l.id = part.id and l.custom ? $3::text
     ) select (select id from part order by id desc limit 1) as last, (select count(*)::int from part) as many`,
    [workspaceId, field.removed_until, field.key],
  );
  const { last, many } = part!; // an aggregate gives one row
  if (many < atOnce) {
    await sql('delete from custom_field where workspace_id = $1 and id = $2', [workspaceId, fieldId]);
    emitStandard(scope, customFields, 'deleted', fieldId);
    return false;
  }
  await sql(
    `update custom_field set removed_until = $3, updated_at = now(),
            removal = least(99, (select 100 * count(*) filter (where id <= $3) / greatest(count(*), 1) from lead where workspace_id = $1))
      where workspace_id = $1 and id = $2`,
    [workspaceId, fieldId, last],
  );
  emitStandard(scope, customFields, 'updated', fieldId);
  return true;
}
