import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import type { Pair } from './moved.rules.ts';
import type { EnrollmentFacts, KeptEnrollment } from './moved.rules.ts';

interface Row extends EnrollmentFacts {
  id: Uuid;
  campaign_id: Uuid;
  /** How a mail of it stands that is neither taken nor given up. */
  open_state: string | null;
}

const underWay = ({ state }: EnrollmentFacts): boolean => state === 'active' || state === 'paused';
/** Ends that are a person's word, whichever of their addresses it came from. */
const byPerson: ReadonlySet<string> = new Set(['replied', 'unsubscribed']);
const stopped = { state: 'stopped', paused_by: null, next_step_at: null } as const;

/**
 * Joins the ways of two leads through campaigns. A campaign that only the other one is in goes on with the one that stays. Where both are
 * in one, the one that stays goes on behind the last mail that either got, and the other way ends: nobody gets a step twice. Rows of
 * enrollments are locked first, so that mails that are being planned for them are seen, or wait and see this.
 */
export async function mergeEnrollments(scope: WriteScope, pair: Pair): Promise<KeptEnrollment[]> {
  const { sql, workspaceId } = scope;
  await sql('select 1 from enrollment where workspace_id = $1 and lead_id = any($2::uuid[]) order by id for update', [
    workspaceId,
    [pair.id, pair.otherId],
  ]);
  // Read again: whoever held one of them may have written a mail.
  const rows = await sql<Row>(
    `select e.id, e.campaign_id, e.lead_id, e.state, e.paused_by, e.steps_sent, to_json(e.next_step_at) #>> '{}' as next_step_at, d.state as open_state
       from enrollment e left join lateral (
         select d.state from delivery d where d.workspace_id = e.workspace_id and d.enrollment_id = e.id
            and d.state in ('planned', 'submitting', 'unknown') limit 1) as d on true
      where e.workspace_id = $1 and e.lead_id = any($2::uuid[]) order by e.id`,
    [workspaceId, [pair.id, pair.otherId]],
  );
  const own = new Map(rows.flatMap((row) => (row.lead_id === pair.id ? [[row.campaign_id, row]] : [])));
  const kept = rows
    .filter((row) => row.lead_id === pair.otherId)
    .flatMap((other) => joined(own.get(other.campaign_id), other, pair))
    .filter(({ before, after }) => !isAsKept(before, after));
  await write(
    scope,
    kept.map(({ id, after }) => ({ id, ...after })),
  );
  const moved = kept.filter(({ before, after }) => before.lead_id !== after.lead_id).map(({ id }) => id);
  // The gate asks the lead of a mail whether it is archived.
  await sql('update delivery set lead_id = $3 where workspace_id = $1 and enrollment_id = any($2::uuid[])', [
    workspaceId,
    moved,
    pair.id,
  ]);
  return kept;
}

const factsOf = ({ lead_id, state, paused_by, steps_sent, next_step_at }: Row): EnrollmentFacts => ({
  lead_id,
  state,
  paused_by,
  steps_sent,
  next_step_at,
});

/** Whether two are the same; what was kept has its keys in another order. */
const isAsKept = (one: EnrollmentFacts, other: EnrollmentFacts): boolean =>
  (Object.keys(other) as (keyof EnrollmentFacts)[]).every((key) => one[key] === other[key]);

/** What becomes of the ways of both through one campaign. */
function joined(own: Row | undefined, other: Row, { id }: Pair): KeptEnrollment[] {
  const was = factsOf(other);
  if (!own) return [{ id: other.id, before: was, after: { ...was, lead_id: id } }];
  const ended = { id: other.id, before: was, after: underWay(other) ? { ...was, ...stopped } : was };
  const mine = factsOf(own);
  if (!underWay(own)) return [ended];
  // Who said no, or answered, from the one address means it for both.
  if (byPerson.has(other.state))
    return [ended, { id: own.id, before: mine, after: { ...mine, ...stopped, state: other.state } }];
  // What came back never reached anybody.
  if (other.state === 'bounced') return [ended];
  // A mail that may be on its way counts as one that was sent.
  const sent = other.steps_sent + (other.open_state === null ? 0 : 1);
  if (sent <= own.steps_sent) return [ended];
  // Its own mail that waits would be one that the person has: it ends with the way.
  if (own.open_state !== null || !underWay(other))
    return [ended, { id: own.id, before: mine, after: { ...mine, ...stopped } }];
  const nextStepAt = other.next_step_at ?? own.next_step_at;
  return [ended, { id: own.id, before: mine, after: { ...mine, steps_sent: sent, next_step_at: nextStepAt } }];
}

const write = ({ sql, workspaceId }: WriteScope, rows: readonly ({ id: Uuid } & EnrollmentFacts)[]): Promise<unknown> =>
  sql(
    `update enrollment e set lead_id = g.lead_id, state = g.state, paused_by = g.paused_by, steps_sent = g.steps_sent,
            next_step_at = g.next_step_at, updated_at = now()
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::timestamptz[]) as g(id, lead_id, state, paused_by, steps_sent, next_step_at)
      where e.workspace_id = $1 and e.id = any($2::uuid[]) and e.id = g.id`,
    [
      workspaceId,
      rows.map((row) => row.id),
      rows.map((row) => row.lead_id),
      rows.map((row) => row.state),
      rows.map((row) => row.paused_by),
      rows.map((row) => row.steps_sent),
      rows.map((row) => row.next_step_at),
    ],
  );

/**
 * Gives enrollments back to the lead that is there again. One that went on since stays as it is now, with whom it belongs to; one whose mail was
 * cancelled meanwhile stays ended.
 */
export async function splitEnrollments(scope: WriteScope, pair: Pair, kept: readonly KeptEnrollment[]): Promise<void> {
  const { sql, workspaceId } = scope;
  if (kept.length === 0) return;
  const ids = kept.map(({ id }) => id);
  const now = await sql<EnrollmentFacts & { id: Uuid; open: boolean }>(
    `select e.id, e.lead_id, e.state, e.paused_by, e.steps_sent, to_json(e.next_step_at) #>> '{}' as next_step_at,
            exists (select from delivery d where d.workspace_id = e.workspace_id and d.enrollment_id = e.id
                     and d.state in ('planned', 'submitting', 'unknown')) as open
       from enrollment e where e.workspace_id = $1 and e.id = any($2::uuid[]) order by e.id for update`,
    [workspaceId, ids],
  );
  const back = now.flatMap((row) => {
    const one = kept.find(({ id }) => id === row.id);
    if (!one) return [];
    const { id, open, ...facts } = row;
    const untouched = isAsKept(facts, one.after);
    const waits = one.before.state !== 'active' || one.before.next_step_at !== null || open;
    return [{ id, ...(untouched && waits ? one.before : { ...facts, lead_id: one.before.lead_id }) }];
  });
  await write(scope, back);
  const returned = kept.filter(({ before, after }) => before.lead_id !== after.lead_id).map(({ id }) => id);
  await sql('update delivery set lead_id = $3 where workspace_id = $1 and enrollment_id = any($2::uuid[])', [
    workspaceId,
    returned,
    pair.otherId,
  ]);
}
