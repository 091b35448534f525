import { toPublicId, type Uuid } from '@tabard/contract';
import { endWorkspacePages } from '#features/identity/embed-session';
import { treeLock } from '#features/identity/workspace';
import { failpoint, repeating, withinScope, writeAuditEntry, type App, type Sql } from '#kernel';
import { eraseRows, readOwnedTables, type OwnedTable } from './erase-rows.ts';

/** Milliseconds between two looks for what is to be deleted. */
const lookMs = 10_000;
/** Seconds from the moment when nobody comes in any more to the first row that goes: whoever was at work there has ended. */
const restSeconds = 60;
/** One process at a time deletes; the number is arbitrary and only used here. */
const erasingLock = 7_401_003;
/** Places that are deleted between two looks at the queues. */
const atOnce = 200;

interface EndingPlace {
  table: 'workspace' | 'organization';
  id: Uuid;
}

/**
 * Deletes what was deleted long enough ago. All that it knows stands in the rows of the places, so a process that is killed leaves
 * nothing but less to do: the next one goes on.
 */
export const erasePlaces = repeating('erase-places', { pauseMs: lookMs, run: (app) => eraseDue(app) });

/** One turn: everything whose time has come is shut for everybody, and what has rested is deleted. */
export async function eraseDue(app: App): Promise<void> {
  const client = await app.database.maintenanceClient();
  try {
    // The lock goes with the connection, and so with the process.
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [erasingLock]);
    if (!rows[0]?.mine) return;
    try {
      await beginDeletions(app);
      while (await eraseSome(app));
    } finally {
      await client.query('select pg_advisory_unlock($1)', [erasingLock]);
    }
  } finally {
    client.release();
  }
}

/** From here on nobody comes in and nothing brings it back: an organization takes all below it with it. */
async function beginDeletions(app: App): Promise<void> {
  const [due] = await app.database.readOrganization(
    `select from organization where delete_after <= now() or deleting_since is not null
     union all select from workspace where delete_after <= now() limit 1`,
  );
  if (!due) return;
  await app.database.control(async (_em, sql) => {
    await sql('select pg_advisory_xact_lock(hashtext($1))', [treeLock]);
    const branch = `with recursive branch as (
        select id from organization where delete_after <= now() or deleting_since is not null
        union select o.id from organization o join branch b on o.parent_id = b.id)`;
    await sql(
      `${branch} update organization set deleting_since = now(), archived_at = coalesce(archived_at, now())
        where id in (select id from branch) and deleting_since is null`,
    );
    const begun = await sql<{ id: Uuid }>(
      `${branch} update workspace set deleting_since = now(), standing = 'archived', moved_at = clock_timestamp()
        where (delete_after <= now() or organization_id in (select id from branch)) and deleting_since is null returning id`,
    );
    await endWorkspacePages(
      sql,
      begun.map(({ id }) => id),
    );
  });
}

/** Deletes some of the places that have rested; says whether any of them is gone, so that another look is worth while. */
async function eraseSome(app: App): Promise<boolean> {
  const places = await app.database.maintain<EndingPlace>(
    `select * from (
       select 'workspace' as "table", w.id from workspace w where w.deleting_since < now() - make_interval(secs => $1)
          and not exists (select from claim c where c.workspace_id = w.id and c.lease_until > now())
       union all
       select 'organization', o.id from organization o where o.deleting_since < now() - make_interval(secs => $1)
          and not exists (select from organization below where below.parent_id = o.id)
          and not exists (select from workspace w where w.organization_id = o.id)) p order by id limit $2`,
    [restSeconds, atOnce],
  );
  if (places.length === 0) return false;
  const tables = await readOwnedTables(app);
  const empty: EndingPlace[] = [];
  for (const place of places)
    await eraseAll(app, tables, place).then(
      () => empty.push(place),
      (error: unknown) => app.log.error({ err: error, ...place }, 'a place could not be deleted; the others are'),
    );
  // A job that runs in one of them ends first; the next turn looks again.
  if ((await app.jobs.forget(new Set(places.map(({ id }) => id)))) > 0) return false;
  await failpoint('d3', app.config.process.failpoint);
  for (const place of empty) await app.database.control((_em, sql) => endPlace(sql, place));
  return empty.length > 0;
}

/** Deletes until a look finds nothing. */
async function eraseAll(app: App, tables: readonly OwnedTable[], { id }: EndingPlace): Promise<void> {
  await failpoint('d1', app.config.process.failpoint);
  const between = () => failpoint('d2', app.config.process.failpoint);
  while ((await eraseRows(app, tables, id, between)) > 0);
  await app.ports.blobs.clear(id);
}

/** The last row, and the one entry that says so, in the log of the organization above. What goes with that one is told with it. */
async function endPlace(sql: Sql, { table, id }: EndingPlace): Promise<void> {
  const above = table === 'workspace' ? 'organization_id' : 'parent_id';
  const [gone] = await sql<{ name: string; external_id: string | null; above: Uuid }>(
    `delete from "${table}" where id = $1 and deleting_since is not null returning name, external_id, ${above} as above`,
    [id],
  );
  if (!gone) return;
  const [stays] = await sql('select from organization where id = $1 and deleting_since is null', [gone.above]);
  if (!stays) return;
  await withinScope(sql, gone.above, () =>
    writeAuditEntry(sql, gone.above, {
      actor: null,
      origin: { ip: null, userAgent: null },
      act: `${table}s.delete`,
      outcome: 'ok',
      input: { name: gone.name, externalId: gone.external_id },
      subjects: [toPublicId(table, id)],
    }),
  );
}
