import type { SignInRules, Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** What holds where nobody says otherwise: a working day, and no end by being left alone. */
const usual: SignInRules = { requireSecondFactor: false, sessionHours: 12, idleMinutes: null };

/** The strictest of what organizations say, each with what it set itself. */
export function strictestOf(levels: readonly Partial<SignInRules>[]): SignInRules {
  const idle = levels.flatMap(({ idleMinutes }) => idleMinutes ?? []);
  const hours = levels.flatMap(({ sessionHours }) => sessionHours ?? []);
  return {
    requireSecondFactor: levels.some(({ requireSecondFactor }) => requireSecondFactor === true),
    sessionHours: hours.length > 0 ? Math.min(...hours) : usual.sessionHours,
    idleMinutes: idle.length > 0 ? Math.min(...idle) : usual.idleMinutes,
  };
}

/** How a person signs in: the strictest of every organization that they belong to, with all above. */
export async function readSignInRules({ database }: App, userId: Uuid): Promise<SignInRules> {
  const rows = await database.readOrganization<{ sign_in: Partial<SignInRules> }>(
    `with recursive above as (
       select o.id, o.parent_id, o.sign_in from organization o
        where o.id in (select organization_id from member where user_id = $1 and deactivated_at is null)
       union
       select o.id, o.parent_id, o.sign_in from organization o join above on o.id = above.parent_id)
     select sign_in from above`,
    [userId],
    'sign_in_rules',
  );
  return strictestOf(rows.map((row) => row.sign_in));
}
