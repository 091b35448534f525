import { leadNoun, snakeCase, type Uuid } from '@tabard/contract';
import { bulkFields } from '@tabard/contract/crm/bulk-operation';
import { detailOf } from '@tabard/contract/issue-detail';
import { requireMember } from '#features/crm/company';
import { mergeCustomValues, readCustomFields } from '#features/crm/custom-field';
import { renewNumbers } from '#features/crm/lead';
import { fail, requireTimeZone, type WriteScope } from '#kernel';
import { nothingFailed, type Act, type ActionOf, type Undo } from './bulk-action.ts';

type SetField = ActionOf<'set_field'>;

/** The key of a custom field; null for a field that every lead has. */
const customKey = (field: string): string | null => (field.startsWith('custom.') ? field.slice(7) : null);

/**
 * The action with its value as it is stored.
 * @throws Failure `request.invalid` where it is no value of the field.
 */
export async function settleField(scope: WriteScope, action: SetField): Promise<SetField> {
  const key = customKey(action.field);
  const given = action.value === '' ? null : (action.value ?? null);
  if (key !== null) {
    const kept = mergeCustomValues(await readCustomFields(scope, 'lead'), { [key]: given }, {});
    return { ...action, value: kept[key] ?? null };
  }
  const field = bulkFields.find((one) => one === action.field)!; // the schema knows no other
  const read = leadNoun.fields[field].given.nullable().safeParse(given);
  if (!read.success)
    return fail('request.invalid', {
      details: read.error.issues.map((issue) => ({ ...detailOf(issue), path: 'action.value' })),
    });
  if (field === 'timeZone' && typeof read.data === 'string')
    await requireTimeZone(scope.app, read.data, 'action.value');
  if (field === 'ownerId' && typeof read.data === 'string') await requireMember(scope, read.data, 'action.value');
  return { ...action, value: read.data === '' ? null : read.data };
}

/** Types of columns that are no texts. */
const casts: Readonly<Record<string, string>> = { owner_id: '::uuid', score: '::int' };
/** Fields that say how a number is compared. */
const ofNumbers: ReadonlySet<string> = new Set(['phone', 'country']);

/** Where the value of a field stands, as JSON, and what writes another one: `$3` is the value as JSON, `$4` a key. */
function placeOf(field: string): { now: string; set: (value: string) => string; key: string | null } {
  const key = customKey(field);
  if (key !== null)
    return {
      now: 'l.custom -> $4::text',
      set: (value) =>
        `custom = case when ${value} = 'null' then l.custom - $4::text else l.custom || jsonb_build_object($4::text, ${value}) end`,
      key,
    };
  const column = snakeCase(bulkFields.find((one) => one === field)!); // the schema knows no other
  const alone = (value: string): string => `${column} = (${value} #>> '{}')${casts[column] ?? ''}`;
  return {
    now: `to_jsonb(l.${column})`,
    set: column === 'company' ? (value) => `${alone(value)}, ${joined(value)}` : alone,
    key,
  };
}

/** A lead of a company says its name: with another text it leaves, and joins the company of that name where there is just one. */
const joined = (value: string): string =>
  `company_id = (select (array_agg(c.id))[1] from company c
     where c.workspace_id = $1 and c.archived_at is null and c.name = ${value} #>> '{}' having count(*) = 1)`;

/** Gives one field of leads one value. */
export const setField: Act<SetField> = async (scope, { field, value }, ids) => {
  const { sql, workspaceId } = scope;
  const { now, set, key } = placeOf(field);
  const values = [workspaceId, ids, JSON.stringify(value ?? null), key];
  const has = `coalesce(${now}, 'null'::jsonb)`;
  const other = await sql<{ id: Uuid; was: unknown }>(
    `select l.id, ${has} as was from lead l
      where l.workspace_id = $1 and l.id = any($2::uuid[]) and ${has} <> $3::jsonb and ($4::text is null or true) order by l.id`,
    values,
  );
  const changed = other.map(({ id }) => id);
  await sql(
    `update lead l set updated_at = now(), ${set('$3::jsonb')} where l.workspace_id = $1 and l.id = any($2::uuid[]) and ($4::text is null or true)`,
    [workspaceId, changed, ...values.slice(2)],
  );
  if (ofNumbers.has(field)) await renewNumbers(scope, changed);
  return { changed, before: other.map(({ was }) => was), failures: nothingFailed };
};

/** Gives back the values of before, where the one that was given still stands. */
export const unsetField: Undo<SetField> = async (scope, { field, value }, { ids, before }) => {
  const { sql, workspaceId } = scope;
  const { now, set, key } = placeOf(field);
  const rows = await sql<{ id: Uuid }>(
    `update lead l set updated_at = now(), ${set('b.was')} from unnest($2::uuid[], $5::jsonb[]) as b(id, was)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) and l.id = b.id and coalesce(${now}, 'null'::jsonb) = $3::jsonb
        and ($4::text is null or true) returning l.id`,
    [workspaceId, ids, JSON.stringify(value ?? null), key, before.map((one) => JSON.stringify(one))],
  );
  const changed = rows.map(({ id }) => id);
  if (ofNumbers.has(field)) await renewNumbers(scope, changed);
  return { changed, before: [], failures: nothingFailed };
};
