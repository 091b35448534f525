import { subjectOf, type Uuid } from '@tabard/contract';
import type { Sql } from './database.ts';
import type { PendingEvent } from './outbox.ts';
import { actorOf, type Principal } from './principal.ts';
import { newId } from './uuid.ts';

/** Events of several workspaces, as an action above workspaces makes them. */
export interface SpreadEvent extends PendingEvent {
  workspaceIds: readonly Uuid[];
}

/**
 * Each workspace's wall is passed by standing in that workspace, and that needs a statement for each; here they run where the rows
 * are, with the rights of whoever calls.
 */
export const spreadEventsFunction = `create or replace function spread_events(home uuid, by_kind text, by_id text, workspaces uuid[], ids uuid[], types text[], datas jsonb[], nouns text[], subjects uuid[], causes text[]) returns void language plpgsql set search_path = pg_catalog, public as $do$
begin
  for n in 1 .. coalesce(array_length(ids, 1), 0) loop
    perform set_config('app.workspace_id', workspaces[n]::text, true);
    insert into public.event (workspace_id, id, type, data, actor_kind, actor_id, subject_noun, subject_id, cause)
      values (workspaces[n], ids[n], types[n], datas[n], by_kind, by_id, nouns[n], subjects[n], causes[n]);
  end loop;
  perform set_config('app.workspace_id', home::text, true);
end $do$`;

/** Events that one statement takes, so that what is sent stays some megabytes. */
const mostAtOnce = 10_000;

/** Writes events into several workspaces in one open transaction, and leaves it in the workspace it was in. */
export async function spreadEvents(
  sql: Sql,
  home: Uuid,
  principal: Principal,
  events: readonly SpreadEvent[],
): Promise<void> {
  const { kind, id } = actorOf(principal);
  const rows = events.flatMap(({ workspaceIds, type, data, cause }) => {
    const [subject, written] = [subjectOf(type, data), JSON.stringify(data)];
    return workspaceIds.map((workspaceId) => ({ workspaceId, type, written, subject, cause }));
  });
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    const part = rows.slice(from, from + mostAtOnce);
    await sql(
      `select spread_events($1, $2, $3, $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::text[], $9::uuid[], $10::text[])`,
      [
        home,
        kind,
        id.slice(0, 200),
        part.map(({ workspaceId }) => workspaceId),
        part.map(() => newId()),
        part.map(({ type }) => type),
        part.map(({ written }) => written),
        part.map(({ subject }) => subject?.noun ?? null),
        part.map(({ subject }) => subject?.id ?? null),
        part.map((event) => event.cause),
      ],
    );
  }
}
