import type { Uuid } from '@tabard/contract';
import { fail, type App } from '#kernel';
import { announce } from './await-answer.ts';
import { hashCode } from './sign-in-request.rules.ts';

/** Who answers on their phone, by which sign-in, and at which host name of somebody's. */
export interface Answering {
  userId: Uuid;
  sessionId: Uuid;
  domainId: Uuid | null;
}

/** What asks to be signed in. */
export interface AskingRequest {
  ip: string;
  userAgent: string | null;
  createdAt: Date;
}

/** Requests that are still open for somebody, as a condition with `$1` to `$3`: of the host name, and nobody else's. */
const openFor = `code_hash = $1 and domain_id is not distinct from $2 and coalesce(user_id, $3) = $3
  and expires_at > now() and approved_at is null and refused_at is null`;

const valuesOf = (app: App, { userId, domainId }: Answering, code: string) => [hashCode(app, code), domainId, userId];

/**
 * Opens a code: who did is the only one who can answer it from then on, and its browser shows the number.
 * @throws `sign_in_request.ended` also for codes of other host names, and for those that somebody else opened
 */
export async function openRequest(app: App, who: Answering, code: string): Promise<AskingRequest> {
  const [row] = await app.database.readOrganization<{
    id: Uuid;
    ip: string;
    user_agent: string | null;
    created_at: Date;
  }>(
    `update sign_in_request set user_id = $3, session_id = $4 where ${openFor} returning id, ip, user_agent, created_at`,
    [...valuesOf(app, who, code), who.sessionId],
  );
  if (!row) return fail('sign_in_request.ended');
  await announce(app, row.id);
  return { ip: row.ip, userAgent: row.user_agent, createdAt: row.created_at };
}

/**
 * Approves what was opened, by the number that its browser shows; a wrong one refuses it.
 * @throws `sign_in_request.ended`, `sign_in_request.wrong_number`
 */
export async function approveRequest(app: App, who: Answering, code: string, number: number): Promise<void> {
  const [row] = await app.database.readOrganization<{ id: Uuid; approved: boolean }>(
    `update sign_in_request set approved_at = case when number = $5 then now() end, refused_at = case when number <> $5 then now() end
      where ${openFor} and session_id = $4 returning id, approved_at is not null as approved`,
    [...valuesOf(app, who, code), who.sessionId, number],
  );
  if (!row) return fail('sign_in_request.ended');
  await announce(app, row.id);
  if (!row.approved) fail('sign_in_request.wrong_number');
}

/** @throws `sign_in_request.ended` */
export async function refuseRequest(app: App, who: Answering, code: string): Promise<void> {
  const [row] = await app.database.readOrganization<{ id: Uuid }>(
    `update sign_in_request set refused_at = now() where ${openFor} and session_id = $4 returning id`,
    [...valuesOf(app, who, code), who.sessionId],
  );
  if (!row) return fail('sign_in_request.ended');
  await announce(app, row.id);
}
