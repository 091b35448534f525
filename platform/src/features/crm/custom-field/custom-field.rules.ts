import type { Uuid } from '@tabard/contract';
import { customFieldsLimit, type CustomFieldType } from '@tabard/contract/crm/custom-value';
import { fail, type WriteScope } from '#kernel';

const refuse = (path: string, reason: string, message: string): never =>
  fail('request.invalid', { details: [{ path, reason, message }] });

/** Lets so many more fields of a noun pass where there is room for them. */
export async function requireRoom({ sql, workspaceId }: WriteScope, noun: string, more: number): Promise<void> {
  // Two that are made at once take turns.
  await sql(`select pg_advisory_xact_lock(hashtextextended('custom_field ' || $1, 0))`, [workspaceId]);
  const [row] = await sql<{ count: number }>(
    'select count(*)::int as count from custom_field where workspace_id = $1 and noun = $2 and archived_at is null',
    [workspaceId, noun],
  );
  if ((row?.count ?? 0) + more > customFieldsLimit) fail('custom_field.too_many');
}

/** Only choices have options, and they have some. */
export function requireOptions(type: string, options: readonly unknown[]): void {
  const chooses = (['choice', 'choices'] satisfies CustomFieldType[]).some((one) => one === type);
  if (chooses && options.length === 0) refuse('options', 'too_few', 'Give at least one option to choose.');
  if (!chooses && options.length > 0) refuse('options', 'too_many', 'Only choices have options. Leave them out.');
}

/** What values were stored by does not change. */
export function requireKept(changes: object, known: object): void {
  for (const part of ['noun', 'key', 'type'] as const) {
    const given = (changes as Record<string, unknown>)[part]; // read by the names of the description
    if (given !== undefined && given !== (known as Record<string, unknown>)[part])
      refuse(part, 'not_listed', 'This stays as it was made. Archive the field and add another one.');
  }
}

/** One that is being deleted does not come back. */
export async function requireStaying({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const rows = await sql(
    'select 1 from custom_field where workspace_id = $1 and id = any($2::uuid[]) and removal is not null',
    [workspaceId, ids],
  );
  if (rows.length > 0) fail('custom_field.being_deleted');
}
