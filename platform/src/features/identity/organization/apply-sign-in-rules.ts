import type { SignInRules, Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Makes stricter rules hold for those who are signed in already: everybody who belongs to the organization or below it. */
export async function applySignInRules(
  sql: Sql,
  organizationId: Uuid,
  { sessionHours, idleMinutes }: SignInRules,
): Promise<void> {
  await sql(
    `with recursive branch as (
       select id from organization where id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     update user_session s
        set expires_at = least(s.expires_at, s.created_at + make_interval(hours => $2)),
            idle_minutes = least(s.idle_minutes, $3::int)
      where s.ended_at is null and s.user_id in (select m.user_id from member m join branch b on b.id = m.organization_id)`,
    [organizationId, sessionHours, idleMinutes],
  );
}
