import type { Uuid } from '@tabard/contract';
import type { SignInMeans } from '#features/identity/session';
import { fail, hashToken, isToken, issueToken, newId, type App } from '#kernel';

/** How the token of every step begins. */
const stepPrefix = 'ss_';

/** Minutes in which a sign-in is finished. */
const minutes = 15;

/** Codes that may be tried before one begins anew, with the password. */
const mostTries = 5;

/** What is still asked of somebody whose password or link was right. */
export type Ask = 'code' | 'set-up' | 'workspace';

export interface Step {
  id: Uuid;
  userId: Uuid;
  ask: Ask;
  workspaceId: Uuid | null;
  /** What was shown in place of a password; null for that or a link. */
  by: SignInMeans | null;
}

interface StepRow {
  id: Uuid;
  user_id: Uuid;
  ask: Ask;
  workspace_id: Uuid | null;
  passkey_id: Uuid | null;
  approved_by: Uuid | null;
  identity_id: Uuid | null;
}

/** Remembers who it is until the next answer; the token is in the page only. */
export async function beginStep(app: App, step: Omit<Step, 'id'>): Promise<string> {
  const token = issueToken(stepPrefix);
  await app.database.readOrganization(
    `insert into sign_in_step (id, user_id, token_hash, ask, workspace_id, passkey_id, approved_by, identity_id, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(mins => $9))`,
    [
      newId(),
      step.userId,
      token.hash,
      step.ask,
      step.workspaceId,
      step.by?.passkeyId ?? null,
      step.by?.approvedBy ?? null,
      step.by?.identityId ?? null,
      minutes,
    ],
  );
  return token.secret;
}

/**
 * The step of a token. Where a code is asked, the try is counted before it is looked at. What was known of the person holds no more
 * once they chose another password or set another app up: then one begins anew.
 * @throws `auth.step_ended`
 */
export async function readStep(app: App, token: string): Promise<Step> {
  const [row] = isToken(stepPrefix, token)
    ? await app.database.readOrganization<StepRow>(
        `update sign_in_step set tries = tries + case when ask = 'workspace' then 0 else 1 end
          where token_hash = $1 and expires_at > now() and tries < $2
            and not exists (select from app_user u where u.id = user_id and u.updated_at > sign_in_step.created_at)
            and not exists (select from second_factor f where f.user_id = sign_in_step.user_id and f.turned_on_at > sign_in_step.created_at)
          returning id, user_id, ask, workspace_id, passkey_id, approved_by, identity_id`,
        [hashToken(token), mostTries],
      )
    : [];
  if (!row) return fail('auth.step_ended');
  const { passkey_id: passkeyId, approved_by: approvedBy, identity_id: identityId } = row;
  return {
    id: row.id,
    userId: row.user_id,
    ask: row.ask,
    workspaceId: row.workspace_id,
    by: passkeyId || approvedBy || identityId ? { passkeyId, approvedBy, identityId } : null,
  };
}

/** The code was right: only where to go is left to say. Of two who come at once with one token, one does. */
export async function passStep({ database }: App, { id, ask }: Step): Promise<void> {
  const passed = await database.readOrganization(
    `update sign_in_step set ask = 'workspace', created_at = now() where id = $1 and ask = $2 returning id`,
    [id, ask],
  );
  if (passed.length === 0) fail('auth.step_ended');
}

/** Ends a step; false when it was ended already. */
export async function endStep({ database }: App, { id }: Step): Promise<boolean> {
  return (await database.readOrganization('delete from sign_in_step where id = $1 returning id', [id])).length > 0;
}
