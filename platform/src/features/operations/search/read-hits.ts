import { recordNouns } from '@tabard/contract/crm/record-subject';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { SearchHit } from '@tabard/contract/operations/search';
import type { Principal, ReadScope, SearchPart, Statement } from '#kernel';
import type { Found } from './find-records.ts';
import { markText, pieceOf, type Marking } from './mark-words.ts';

/** Pieces of a hit that are shown, and letters of a field that are looked through for one. */
const mostFragments = 3;
const fieldLength = 40_000;

interface HitRow extends Record<string, unknown> {
  id: Uuid;
  title: string;
  hint: string | null;
  archived_at: Date | null;
  lead_id: Uuid | null;
  company_id: Uuid | null;
  deal_id: Uuid | null;
}

const readPart = (part: SearchPart, workspaceId: Uuid, ids: readonly Uuid[]): Statement => ({
  text: `select t.id, ${part.title} as title, ${part.hint} as hint, ${part.archived} as archived_at,
                ${recordNouns.map((noun) => `${part.on?.[noun] ?? 'null::uuid'} as ${noun}_id`).join(', ')},
                ${part.fields.map(({ sql }, index) => `left((${sql})::text, ${fieldLength}) as f${index}`).join(', ')}
           from ${part.table} t where t.workspace_id = $1 and t.id = any($2::uuid[])${part.where ? ` and ${part.where}` : ''}`,
  values: [workspaceId, ids],
});

/** Reads the records of hits as they are now, under the policies of their tables, in the same order; what is gone since is left out. */
export async function readHits(
  { app, workspaceId, principal }: ReadScope,
  found: readonly Found[],
  markingOf: (noun: string) => Marking,
): Promise<SearchHit[]> {
  const nouns = [...Map.groupBy(found, ({ noun }) => noun)].flatMap(([noun, hits]) => {
    const part = app.searchParts.find((one) => one.noun === noun);
    return part ? [{ part, ids: hits.map(({ id }) => id) }] : [];
  });
  if (nouns.length === 0) return [];
  const answers = await app.database.pipeline(
    workspaceId,
    nouns.map(({ part, ids }) => readPart(part, workspaceId, ids)),
  );
  const read = new Map<string, SearchHit>();
  for (const [index, { part }] of nouns.entries())
    for (const row of answers[index] as HitRow[])
      // the columns of the statement
      read.set(`${part.noun} ${row.id}`, shapeHit(part, toldTo(principal, part, row), markingOf(part.noun)));
  return found.flatMap(({ noun, id, fit }) => {
    const hit = read.get(`${noun} ${id}`);
    return hit ? [{ ...hit, match: fit }] : [];
  });
}

/** A row without the name of a record that somebody may not read. */
function toldTo({ permissions }: Principal, { named }: SearchPart, row: HitRow): HitRow {
  const needed = row.lead_id ? 'lead.read' : row.company_id ? 'company.read' : row.deal_id ? 'deal.read' : null;
  if (!named || !needed || permissions.has(needed)) return row;
  return named === 'title' ? { ...row, title: '' } : { ...row, hint: null };
}

function shapeHit(part: SearchPart, row: HitRow, marking: Marking): SearchHit {
  const shown = new Set([row.title, row.hint]);
  const fragments = part.fields.flatMap(({ name }, index) => {
    const text = row[`f${index}`];
    // What the title or the second fact says already is not said again.
    if (typeof text !== 'string' || shown.has(text) || row.hint?.split(' · ').includes(text)) return [];
    const piece = pieceOf(text, marking);
    return piece ? [{ field: name, ...piece }] : [];
  });
  return {
    noun: part.noun,
    id: toPublicId(part.noun, row.id),
    title: markText(row.title, marking),
    hint: row.hint === null ? null : markText(row.hint, marking),
    fragments: fragments.slice(0, mostFragments),
    match: 'exact',
    archivedAt: row.archived_at?.toISOString() ?? null,
    on: standsOn(row),
  };
}

/** The record that a hit without a page of its own stands on. */
function standsOn(row: HitRow): SearchHit['on'] {
  for (const noun of recordNouns) {
    const id = row[`${noun}_id`];
    if (id) return { noun, id: toPublicId(noun, id) };
  }
  return null;
}
