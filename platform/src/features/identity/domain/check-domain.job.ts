import type { Uuid } from '@tabard/contract';
import { toPublicId } from '@tabard/contract';
import { z } from 'zod';
import {
  amongTenants,
  defineJob,
  pendingEvent,
  repeating,
  spreadEvents,
  TenantWork,
  wakeRelay,
  writeAuditEntry,
  type App,
  type CallScope,
  type WriteScope,
} from '#kernel';
import { isHeld, judge, pauseAfter, type Findings } from './domain.rules.ts';
import { lookUpRecords } from './look-up-records.ts';
import { mailOwners } from './mail-owners.ts';
import { domainColumns, type DomainRow } from './show-domain.ts';
import { workspacesOf } from './tell-of-domain.ts';

/** Seconds after which a check that was cut off is made again. */
const longestCheck = 60;

type DueRow = DomainRow & { failed_for: number };

/** Checks the records of one name, and says what became of it. */
export const checkDomain = defineJob({
  name: 'check-domain',
  schema: z.object({ workspaceId: z.uuid(), domainId: z.uuid() }),
  concurrency: 4,
  attempts: 1,
  dedupe: ({ domainId }) => domainId,
  async handler(scope, { domainId }) {
    const row = await claim(scope, domainId);
    if (row) await note(scope, row, await lookUpRecords(scope.app, row));
  },
});

/** Takes a check that is due. */
async function claim({ write, workspaceId }: CallScope, id: Uuid): Promise<DueRow | undefined> {
  return write(async ({ sql }) => {
    const [row] = await sql<DueRow>(
      `update domain set next_check_at = now() + make_interval(secs => $3)
        where workspace_id = $1 and id = $2 and next_check_at <= now()
        returning ${domainColumns}, coalesce(extract(epoch from now() - failing_since), 0)::float as failed_for`,
      [workspaceId, id, longestCheck],
    );
    return row;
  });
}

/** Writes down what was found. Whoever proves a name that another place has got by now does not get it. */
async function note({ write }: CallScope, row: DueRow, findings: Findings): Promise<void> {
  const state = judge({ state: row.state, failedFor: row.failed_for }, findings);
  await write(async (scope) => {
    if (!isHeld(state) || (await takeName(scope, row))) return change(scope, row, { state, findings });
    const left = row.state === 'lost' ? 'lost' : 'pending';
    return change(scope, row, { state: left, findings: { ...findings, taken: true } });
  });
}

/** Whether nobody else has the name. Those who prove one at the same time take turns until their transactions end. */
async function takeName({ app, sql }: WriteScope, { id, host }: DueRow): Promise<boolean> {
  await sql(`select pg_advisory_xact_lock(hashtextextended('domain ' || $1, 0))`, [host]);
  const others = await app.database.maintain(
    `select from domain where host = $1 and id <> $2 and state in ('verified', 'active', 'failing')`,
    [host, id],
  );
  return others.length === 0;
}

async function change(
  scope: WriteScope,
  row: DueRow,
  { state, findings }: Pick<DomainRow, 'state'> & { findings: Findings },
): Promise<void> {
  const { app, sql, principal, workspaceId } = scope;
  const [now] = await sql<DomainRow>(
    `update domain set state = $3::text, findings = $4, points = $5, checked_at = now(), asked_at = null, updated_at = now(),
            failing_since = case when $3::text = 'failing' then coalesce(failing_since, now()) end,
            next_check_at = now() + make_interval(secs => $6)
      where workspace_id = $1 and id = $2 returning ${domainColumns}`,
    [
      workspaceId,
      row.id,
      state,
      JSON.stringify(findings),
      findings.pointing.state === 'found',
      pauseAfter(state, findings),
    ],
  );
  // It was removed meanwhile.
  if (!now) return;
  if (state === 'failing' && row.state === 'active') await mailOwners(app, sql, now);
  const domainId = toPublicId('domain', row.id);
  if (state !== row.state)
    await writeAuditEntry(sql, workspaceId, {
      actor: null,
      origin: { ip: null, userAgent: null },
      act: 'domains.check',
      outcome: 'ok',
      input: { state },
      subjects: [domainId],
    });
  await spreadEvents(sql, workspaceId, principal, [
    { workspaceIds: await workspacesOf(sql, now), ...pendingEvent('domain.updated', { domainId, state }) },
  ]);
  scope.afterCommit(() => wakeRelay(app));
}

const finding = new TenantWork('domain');

/** Finds the checks that are due, from the rows alone. */
export async function findDueChecks(app: App): Promise<void> {
  const rows = await finding.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from domain where next_check_at <= now() and ${amongTenants('workspace_id')} order by next_check_at limit 500`,
  );
  for (const row of rows) await app.jobs.add(checkDomain, { workspaceId: row.workspace_id, domainId: row.id });
}

export const domainSweep = repeating('domain', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: findDueChecks,
});
