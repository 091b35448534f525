import type { Uuid } from '@tabard/contract';
import { addToDay, dayAt, startOfDay, type WrittenFilter } from '@tabard/contract/filters';
import { leads } from '#features/crm/lead';
import { callerOf, fail, whereOf, type ReadScope, type WriteScope } from '#kernel';

/** So many live segments a workspace has at most: each is looked at with every change of a lead. */
const segmentsLimit = 200;
/** Minutes after which conditions that count hours, or ask for teams, are looked at again. */
const hourlyMinutes = 10;

/** Whether any part of a filter is such. */
function somewhere(node: unknown, holds: (part: Record<string, unknown>) => boolean): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some((one) => somewhere(one, holds));
  return holds(node as Record<string, unknown>) || Object.values(node).some((one) => somewhere(one, holds));
}

/** Whether it asks for what became of mails. */
export const asksRelated = (where: WrittenFilter): boolean =>
  somewhere(where, ({ relation, field }) => typeof relation === 'string' || byMails.has(field));

/** Fields that follow what becomes of mails. */
const byMails = new Set<unknown>(['lastContactedAt', 'lastRepliedAt']);

/** Fields that follow what becomes of members, which is decided above the workspace. */
const byMembers = new Set<unknown>(['ownerTeams']);

/** Whether it asks for what becomes of members. */
const asksMembers = (where: WrittenFilter): boolean => somewhere(where, ({ field }) => byMembers.has(field));

/**
 * When a filter takes others although nothing changed in the workspace: soon where it asks for teams, at the next midnight of the workspace where it counts days from today, soon where
 * it counts hours from now; null where time alone changes nothing.
 */
export function dueAfter(where: WrittenFilter, now: number, timeZone: string): Date | null {
  const soon = new Date(now + hourlyMinutes * 60_000);
  if (asksMembers(where)) return soon;
  if (!somewhere(where, ({ offset, count, unit }) => unit !== undefined && (offset ?? count) !== undefined))
    return null;
  if (somewhere(where, ({ unit }) => unit === 'hour')) return soon;
  return new Date(startOfDay(addToDay(dayAt(now, timeZone), 1, 'day'), timeZone));
}

/** Whether a filter asks only for what there is; a segment is not made of segments. */
export async function requireAskable(scope: ReadScope, where: WrittenFilter): Promise<void> {
  await whereOf(leads, scope, where, [scope.workspaceId], { without: ['segments'] });
}

/** Lets one more pass where there is room for it. */
export async function requireRoom({ sql, workspaceId }: WriteScope, more: number): Promise<void> {
  // Two that are made at once take turns.
  await sql(`select pg_advisory_xact_lock(hashtextextended('segment ' || $1, 0))`, [workspaceId]);
  const [row] = await sql<{ count: number }>(
    'select count(*)::int as count from segment where workspace_id = $1 and archived_at is null',
    [workspaceId],
  );
  if ((row?.count ?? 0) + more > segmentsLimit) fail('segment.too_many');
}

/** One that is not shared is whoever's made it alone: for others there is no such segment. */
export async function requireOwn({ sql, workspaceId, principal }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  if (principal.kind === 'job' || principal.kind === 'api_key') return;
  const rows = await sql(
    'select 1 from segment where workspace_id = $1 and id = any($2::uuid[]) and not shared and owner <> $3',
    [workspaceId, ids, callerOf(principal)],
  );
  if (rows.length > 0) fail('segment.not_found');
}

/** What a person is called who makes one. */
export async function nameOfOwner({ app, principal }: ReadScope): Promise<string | null> {
  if (principal.kind === 'embed_session') return principal.externalUser.name.slice(0, 200) || null;
  if (principal.kind !== 'user') return null;
  const [user] = await app.database.readOrganization<{ name: string }>('select name from app_user where id = $1', [
    principal.userId,
  ]);
  return user?.name ?? null;
}

/** Ends the action where drafts of campaigns take their leads from one of these. */
export async function requireUnused({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const named = ids.map((id) => `seg_${id.replaceAll('-', '')}`);
  const rows = await sql<{ name: string }>(
    `select name from campaign
      where workspace_id = $1 and archived_at is null and state = 'draft'
        and exists (select from unnest($2::text[]) as one where strpos(audience ->> 'where', one) > 0)
      order by name limit 20`,
    [workspaceId, named],
  );
  if (rows.length > 0)
    fail('segment.in_use', {
      details: rows.map(({ name }) => ({
        path: 'ids',
        reason: 'segment.in_use',
        name,
        message: `The draft "${name}" uses it.`,
      })),
    });
}
