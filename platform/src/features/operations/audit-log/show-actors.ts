import { toPublicId, type ActorShown } from '@tabard/contract';
import type { Actor, App } from '#kernel';

/** The columns in which a row keeps who acted. */
export interface ActorColumns {
  actor_kind: Actor['kind'] | null;
  actor_id: string | null;
}

const idKinds = { user: 'user', api_key: 'apiKey', embed_session: 'embedSession' } as const;

/** How the actor of each row is shown, with the names that are known now, in one read. */
export async function showActors(
  app: App,
  rows: readonly ActorColumns[],
): Promise<(row: ActorColumns) => ActorShown | null> {
  const ids = (kind: Actor['kind']) => [
    ...new Set(rows.flatMap((row) => (row.actor_kind === kind && row.actor_id ? [row.actor_id] : []))),
  ];
  const [users, keys, sessions] = [ids('user'), ids('api_key'), ids('embed_session')];
  const found =
    users.length + keys.length + sessions.length === 0
      ? []
      : await app.database.readOrganization<{ id: string; name: string }>(
          `select id, name from app_user where id = any($1::uuid[])
            union all select id, name from api_key where id = any($2::uuid[])
            union all select id, user_name from embed_session where id = any($3::uuid[])`,
          [users, keys, sessions],
        );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return ({ actor_kind: kind, actor_id: id }) => {
    if (!kind || !id) return null;
    if (kind === 'job') return { kind, id, name: null };
    return { kind, id: toPublicId(idKinds[kind], id), name: names.get(id) ?? null };
  };
}
