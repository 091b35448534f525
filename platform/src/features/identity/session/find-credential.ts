import type { Permission, Uuid } from '@tabard/contract';
import { apiKeyPrefix, isInNetworks } from '#features/identity/api-key';
import { embedTokenPrefix, membershipsOf } from '#features/identity/embed-session';
import { noteSeen } from '#features/identity/user';
import { hashToken, isToken, type ApiKeyPrincipal, type App, type EmbedPrincipal } from '#kernel';
import { userTokenPrefix } from './open-session.ts';

export interface UserCredential {
  kind: 'user';
  sessionId: Uuid;
  userId: Uuid;
  /** The host name that it is good under; null for the installation's own. */
  domainId: Uuid | null;
}

/** What a token stands for, as stored; null when it is unknown, ended or past its time. */
export type Credential =
  | UserCredential
  | { kind: 'api_key'; principal: ApiKeyPrincipal; networks: readonly string[] }
  | { kind: 'embed_session'; principal: EmbedPrincipal; origins: readonly string[] };

/** Whether the sign-in `u` goes on: neither ended, nor past its time, nor left alone for too long. */
export const sessionGoesOn = `u.ended_at is null and u.expires_at > now()
  and coalesce(u.last_seen_at > now() - make_interval(mins => u.idle_minutes), true)`;

/**
 * Whether the person's sign-in that the embed session `e` was made for, if it was, goes on, and the person is what they were where they
 * were then: whoever is taken out, or given another role, gets another session or none.
 */
export const signInHolds = `(e.user_session_id is null or exists
  (select from user_session u where u.id = e.user_session_id and ${sessionGoesOn}
      and (e.memberships is null or e.memberships = ${membershipsOf('u.user_id')})))`;

/** Looks a token up by its hash: one indexed row. `ip` is where the request comes from. */
export async function findCredential(app: App, token: string, ip: string): Promise<Credential | null> {
  // A wrong checksum is a typing error or a guess; neither is worth a query.
  if (isToken(apiKeyPrefix, token)) return findApiKey(app, token, ip);
  if (isToken(embedTokenPrefix, token)) return findEmbedSession(app, token);
  if (isToken(userTokenPrefix, token)) return findUserSession(app, token);
  return null;
}

async function findApiKey(app: App, token: string, ip: string): Promise<Credential | null> {
  const [row] = await app.database.readOrganization<{
    id: Uuid;
    organization_id: Uuid;
    workspace_id: Uuid | null;
    permissions: Permission[];
    networks: string[];
    stale: boolean;
  }>(
    `select id, organization_id, workspace_id, permissions, networks,
            coalesce(last_used_at < now() - interval '1 minute', true) as stale
       from api_key where (secret_hash = $1 or (previous_hash = $1 and previous_until > now()))
        and revoked_at is null and coalesce(expires_at > now(), true)`,
    [hashToken(token)],
    'find_api_key',
  );
  if (!row) return null;
  if (row.stale && isInNetworks(ip, row.networks))
    noteUse(app, 'update api_key set last_used_at = now(), last_used_from = $2 where id = $1', row.id, ip);
  return {
    kind: 'api_key',
    networks: row.networks,
    principal: {
      kind: 'api_key',
      apiKeyId: row.id,
      organizationId: row.organization_id,
      workspaceId: row.workspace_id,
      permissions: new Set(row.permissions),
    },
  };
}

async function findEmbedSession(app: App, token: string): Promise<Credential | null> {
  const [row] = await app.database.readOrganization<{
    id: Uuid;
    organization_id: Uuid;
    workspace_id: Uuid;
    external_id: string;
    user_name: string;
    user_email: string | null;
    widgets: Record<string, unknown>;
    permissions: Permission[];
    origins: string[];
    user_id: Uuid | null;
  }>(
    `select id, organization_id, workspace_id, external_id, user_name, user_email, widgets, permissions, origins,
            (select u.user_id from user_session u where u.id = e.user_session_id) as user_id
       from embed_session e where secret_hash = $1 and revoked_at is null and expires_at > now() and ${signInHolds}`,
    [hashToken(token)],
    'find_embed_session',
  );
  return (
    (row && {
      kind: 'embed_session',
      origins: row.origins,
      principal: {
        kind: 'embed_session',
        embedSessionId: row.id,
        organizationId: row.organization_id,
        workspaceId: row.workspace_id,
        userId: row.user_id,
        externalUser: { id: row.external_id, name: row.user_name, email: row.user_email },
        widgets: Object.keys(row.widgets),
        permissions: new Set(row.permissions),
      },
    }) ??
    null
  );
}

/** A person's sign-in that goes on, by its token. `quietly`: that it was used is not noted. */
export async function findUserSession(
  app: App,
  token: string,
  { quietly = false } = {},
): Promise<UserCredential | null> {
  const [row] = await app.database.readOrganization<{
    id: Uuid;
    user_id: Uuid;
    domain_id: Uuid | null;
    stale: boolean;
  }>(
    `select id, user_id, domain_id, last_seen_at < now() - interval '1 minute' as stale
       from user_session u where token_hash = $1 and ${sessionGoesOn}`,
    [hashToken(token)],
    'find_user_session',
  );
  if (!row) return null;
  if (row.stale && !quietly) {
    noteUse(app, 'update user_session set last_seen_at = now() where id = $1', row.id);
    noteSeen(app, row.user_id);
  }
  return { kind: 'user', sessionId: row.id, userId: row.user_id, domainId: row.domain_id };
}

/** Nobody waits for it. */
function noteUse(app: App, statement: string, ...values: readonly string[]): void {
  app.database
    .readOrganization(statement, [...values])
    .catch((error: unknown) => app.log.warn({ err: error }, 'use not noted'));
}
