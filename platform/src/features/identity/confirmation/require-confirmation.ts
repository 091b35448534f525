import type { Uuid } from '@tabard/contract';
import { fail, type OrganizationScope, type Principal } from '#kernel';

/** A person of ours who acts, and the sign-in they act by. */
export interface SignedInPerson {
  userId: Uuid;
  sessionId: Uuid;
  /** Until when it was them, as they showed a moment ago; null when that is too long ago. */
  confirmedUntil: Date | null;
  /** The host name of somebody's at whose pages they signed in; null for the installation's own. */
  domainId: Uuid | null;
}

interface SignedInRow {
  id: Uuid;
  user_id: Uuid;
  domain_id: Uuid | null;
  confirmed_until: Date;
  holds: boolean;
}

/** Minutes for which it holds that it is the person. */
export const confirmedMinutes = 10;

/** The sign-in that a request comes with, by itself or through a page that it opened; null for keys and for users of a host. */
async function findSignedIn({ app, principal }: OrganizationScope): Promise<SignedInPerson | null> {
  const [row] = await app.database.readOrganization<SignedInRow>(
    `select s.id, s.user_id, s.domain_id, s.confirmed_at + make_interval(mins => $3) as confirmed_until,
            coalesce(s.confirmed_at > now() - make_interval(mins => $3), false) as holds
       from user_session s
      where s.id = $1 or s.id = (select e.user_session_id from embed_session e where e.id = $2)`,
    [...credentialsOf(principal), confirmedMinutes],
    'signed_in',
  );
  return row
    ? {
        userId: row.user_id,
        sessionId: row.id,
        confirmedUntil: row.holds ? row.confirmed_until : null,
        domainId: row.domain_id,
      }
    : null;
}

function credentialsOf(principal: Principal): [Uuid | null, Uuid | null] {
  if (principal.kind === 'user') return [principal.sessionId, null];
  if (principal.kind === 'embed_session') return [null, principal.embedSessionId];
  return [null, null];
}

/** @throws `account.no_person` for keys and for users of a host */
export async function requireSignedIn(scope: OrganizationScope): Promise<SignedInPerson> {
  return (await findSignedIn(scope)) ?? fail('account.no_person');
}

/**
 * The person, if they showed a moment ago that it is them: by signing in, or by their password or a code.
 * @throws `account.no_person`, `auth.confirmation_required`
 */
export async function requireConfirmed(scope: OrganizationScope): Promise<SignedInPerson> {
  const person = await requireSignedIn(scope);
  return person.confirmedUntil ? person : fail('auth.confirmation_required');
}

/** Asks the same of a person; a key confirms nothing, and needs not. */
export async function requireConfirmedIfPerson(scope: OrganizationScope): Promise<void> {
  const person = await findSignedIn(scope);
  if (person && !person.confirmedUntil) fail('auth.confirmation_required');
}
