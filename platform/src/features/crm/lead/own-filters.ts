import { fromPublicId, type Uuid } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { customFilters } from '#features/crm/custom-field';
import { Failure, type ReadScope, type Related } from '#kernel';
import { membersOfSegments } from './lead-relations.ts';

type Looking = Pick<ReadScope, 'read' | 'workspaceId'>;

/** What a filter over leads asks of what the workspace has made for itself: its own fields, and segments. */
export function ownFiltersOf(scope: Looking, asked: Asked, condition: Condition): Promise<Related> | undefined {
  const text = JSON.stringify(asked.where) ?? '';
  const [custom, segments] = [text.includes('"custom.'), text.includes('"segments"')];
  return custom || segments ? filtersOf(scope, { ...asked, custom, segments }, condition) : undefined;
}

interface Asked {
  where: unknown;
  values: unknown[];
}
/** The SQL condition of a further filter; pushes its values. */
type Condition = (where: WrittenFilter, values: unknown[]) => Promise<string>;

async function filtersOf(
  scope: Looking,
  { where, values, custom, segments }: Asked & { custom: boolean; segments: boolean },
  condition: Condition,
): Promise<Related> {
  const { fields, columns } = custom ? await customFilters(scope, 'lead', 'l.custom') : { fields: {}, columns: {} };
  if (!segments) return { fields, columns };
  const rows = { ...membersOfSegments, instead: await standIns(scope, segmentsIn(where), values, condition) };
  return { fields, columns: { ...columns, segments: { type: 'references', sql: 'l.id', of: 'segment', rows } } };
}

/** The segments that a filter names. */
function segmentsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(segmentsIn);
  const { field, value, ...rest } = node as Record<string, unknown>; // looked at here
  if (field === 'segments') return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return Object.values(rest).flatMap(segmentsIn);
}

/**
 * What is asked in place of a segment whose leads are not known: its own conditions, so that who makes one and uses it at once means the
 * same leads; nobody, where it asks for what is gone or is not there.
 */
async function standIns(
  scope: Looking,
  named: readonly string[],
  values: unknown[],
  condition: Condition,
): Promise<Map<string, string>> {
  const ids = new Map(named.map((one) => [fromPublicId('segment', one), one]));
  const rows = await scope.read<{ id: Uuid; where: WrittenFilter; known: boolean }>(
    `select id, "where", state = 'ready' and archived_at is null as known from segment where workspace_id = $1 and id = any($2::uuid[])`,
    [scope.workspaceId, [...ids.keys()].filter((id) => id !== null)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const instead = new Map<string, string>();
  for (const [id, publicId] of ids) {
    const row = id === null ? undefined : found.get(id);
    if (!row) instead.set(publicId, 'false');
    else if (!row.known) instead.set(publicId, await conditionsOf(row.where, values, condition));
  }
  return instead;
}

async function conditionsOf(where: WrittenFilter, values: unknown[], condition: Condition): Promise<string> {
  const pushed: unknown[] = [...values];
  try {
    const asked = await condition(where, pushed);
    values.splice(0, values.length, ...pushed);
    return `(l.archived_at is null and ${asked})`;
  } catch (error) {
    if (error instanceof Failure && error.code === 'filter.invalid') return 'false';
    throw error;
  }
}
