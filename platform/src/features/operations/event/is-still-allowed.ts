import type { ReadScope } from '#kernel';

/** The table of each credential that can end while a stream is open, and when one of its rows still holds. */
const credentials = {
  embed_session: { sql: 'select from embed_session where id = $1 and revoked_at is null and expires_at > now()' },
  api_key: {
    sql: 'select from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())',
  },
  user: { sql: 'select from user_session where id = $1 and ended_at is null and expires_at > now()' },
} as const;

/** Whether the credential that opened a stream still holds. */
export async function isStillAllowed({ app, principal }: ReadScope): Promise<boolean> {
  if (principal.kind === 'job') return true;
  const id =
    principal.kind === 'embed_session'
      ? principal.embedSessionId
      : principal.kind === 'api_key'
        ? principal.apiKeyId
        : principal.sessionId;
  return (await app.database.readControl(credentials[principal.kind].sql, [id])).length > 0;
}
