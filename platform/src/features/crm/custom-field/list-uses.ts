import type { Uuid } from '@tabard/contract';
import type { CustomFieldUses } from '@tabard/contract/crm/custom-field';
import { fail, type ReadScope } from '#kernel';

/** Names that are told of each kind of use. */
const mostNames = 20;

/** What depends on a field: leads with a value in it, and what asks for it or merges it. */
export async function listUses({ read, workspaceId }: ReadScope, { id }: { id: Uuid }): Promise<CustomFieldUses> {
  const [field] = await read<{ key: string }>('select key from custom_field where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (!field) return fail('custom_field.not_found');
  const named = (from: string) => `array (select name from ${from} order by name limit ${mostNames})`;
  const [uses] = await read<CustomFieldUses>(
    `select (select count(*)::int from lead where workspace_id = $1 and archived_at is null and custom ? $2) as leads,
            ${named(`segment where workspace_id = $1 and archived_at is null and strpos("where"::text, '"custom.' || $2 || '"') > 0`)} as segments,
            ${named(`template where workspace_id = $1 and archived_at is null and ('custom.' || $2) = any(fields)`)} as templates,
            ${named(`campaign c where workspace_id = $1 and archived_at is null and state <> 'completed'
               and (strpos(audience::text, '"custom.' || $2 || '"') > 0
                 or exists (select from step s where s.workspace_id = $1 and s.campaign_id = c.id
                             and (s.subject || s.body) ~ ('custom\\.' || $2 || '\\M')))`)} as campaigns`,
    [workspaceId, field.key],
  );
  return uses!; // a select without a table gives one row
}
