import type { Database } from './database.ts';

/** How far a consumer of events is behind, over all workspaces. */
export interface ConsumerLag {
  consumer: string;
  /** Events that are numbered and not heard yet. */
  waiting: number;
  /** Workspaces in which some wait. */
  workspaces: number;
  /** Age in seconds of the oldest of them. */
  seconds: number;
  /** Events that it failed at too often. */
  setAside: number;
}

const lagSql = `
  select n.consumer, coalesce(sum(e.waiting), 0)::int as waiting, count(*) filter (where e.waiting > 0)::int as workspaces,
         coalesce(extract(epoch from now() - min(e.oldest)), 0)::int as seconds,
         (select count(*)::int from set_aside_event s where s.consumer = n.consumer) as "setAside"
    from unnest($1::text[]) as n(consumer) left join workspace w on true
    left join event_consumer c on c.workspace_id = w.id and c.consumer = n.consumer
    left join lateral (select count(*) as waiting, min(e.at) as oldest from event e
                        where e.workspace_id = w.id and e.position > coalesce(c.position, 0)) as e on true
   group by n.consumer order by n.consumer`;

/** How far each of these consumers is behind. */
export function readLag(database: Pick<Database, 'maintain'>, consumers: readonly string[]): Promise<ConsumerLag[]> {
  return database.maintain<ConsumerLag & Record<string, unknown>>(lagSql, [consumers]);
}

/**
 * Has a consumer hear events again: those after a position, or since a time; all that are kept without either. Gives the number of
 * workspaces in which it goes back. It never goes forward.
 */
export async function rewindConsumer(
  database: Pick<Database, 'maintain'>,
  consumer: string,
  to: { position: string } | { since: Date } = { position: '0' },
): Promise<number> {
  const target =
    'position' in to
      ? '$2::bigint'
      : `coalesce((select max(e.position) from event e where e.workspace_id = c.workspace_id and e.at < $2::timestamptz), 0)`;
  const rows = await database.maintain(
    `update event_consumer c set position = ${target}, attempts = 0, retry_at = null, error = null
      where consumer = $1 and position > ${target} returning 1`,
    [consumer, 'position' in to ? to.position : to.since],
  );
  return rows.length;
}
