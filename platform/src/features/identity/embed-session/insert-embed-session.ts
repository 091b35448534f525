import type { Permission, Uuid } from '@tabard/contract';
import { fail, issueToken, newId, type Sql } from '#kernel';
import { embedTokenPrefix, type WidgetGrants } from './embed-session.rules.ts';

/** All that an embed session is bound to; whoever makes one has checked it. */
export interface EmbedSessionFacts {
  organizationId: Uuid;
  workspaceId: Uuid;
  user: { externalId: string; name: string; email: string | null };
  widgets: WidgetGrants;
  permissions: readonly Permission[];
  origins: readonly string[];
  expiresIn: number;
  hostedPageId?: Uuid;
  /** The sign-in of a person, with what they were and where, as text, when their permissions were found out. */
  signIn?: { userSessionId: Uuid; memberships: string };
}

/** Stores a new session; its secret is in the answer only. */
export async function insertEmbedSession(
  sql: Sql,
  facts: EmbedSessionFacts,
): Promise<{ id: Uuid; secret: string; expiresAt: Date }> {
  const token = issueToken(embedTokenPrefix);
  const id = newId();
  const [row] = await sql<{ expires_at: Date }>(
    `insert into embed_session (id, organization_id, workspace_id, secret_hash, external_id, user_name, user_email, widgets,
                                permissions, origins, hosted_page_id, user_session_id, memberships, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now() + make_interval(secs => $14)) returning expires_at`,
    [
      id,
      facts.organizationId,
      facts.workspaceId,
      token.hash,
      facts.user.externalId,
      facts.user.name,
      facts.user.email,
      JSON.stringify(facts.widgets),
      facts.permissions,
      facts.origins,
      facts.hostedPageId ?? null,
      facts.signIn?.userSessionId ?? null,
      facts.signIn?.memberships ?? null,
      facts.expiresIn,
    ],
  );
  return { id, secret: token.secret, expiresAt: (row ?? fail('internal.unexpected')).expires_at };
}
