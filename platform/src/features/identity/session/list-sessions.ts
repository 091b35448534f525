import { toPublicId, type UserSession, type Uuid } from '@tabard/contract';
import { requireSignedIn } from '#features/identity/confirmation';
import type { OrganizationScope } from '#kernel';
import { deviceOf } from './device-of.ts';
import { sessionGoesOn } from './find-credential.ts';

interface SessionRow {
  id: Uuid;
  ip: string | null;
  user_agent: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

/** The most sign-ins that are listed. */
const mostListed = 100;

/** Where the caller is signed in, the sign-in of the request first, then by when each was last used. */
export async function listSessions(scope: OrganizationScope): Promise<{ items: UserSession[] }> {
  const { userId, sessionId } = await requireSignedIn(scope);
  const rows = await scope.app.database.readOrganization<SessionRow>(
    `select id, ip, user_agent, created_at, last_seen_at, expires_at from user_session u
      where user_id = $1 and ${sessionGoesOn} order by id = $2 desc, last_seen_at desc, id limit $3`,
    [userId, sessionId, mostListed],
  );
  return { items: rows.map((row) => showSession(row, sessionId)) };
}

function showSession(row: SessionRow, current: Uuid): UserSession {
  return {
    id: toPublicId('userSession', row.id),
    isCurrent: row.id === current,
    ...deviceOf(row.user_agent),
    address: row.ip,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
