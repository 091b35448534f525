import { toPublicId, type EmbedSession, type Uuid } from '@tabard/contract';

export interface EmbedSessionRow {
  id: Uuid;
  workspace_id: Uuid;
  external_id: string;
  user_name: string;
  user_email: string | null;
  widgets: Record<string, unknown>;
  origins: string[];
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

/** The columns of an `EmbedSessionRow`. */
export const embedSessionColumns =
  'id, workspace_id, external_id, user_name, user_email, widgets, origins, created_at, expires_at, revoked_at';

/** The session as callers see it: everything but the secret. */
export function showEmbedSession(row: EmbedSessionRow): EmbedSession {
  return {
    id: toPublicId('embedSession', row.id),
    workspaceId: toPublicId('workspace', row.workspace_id),
    user: { externalId: row.external_id, name: row.user_name, email: row.user_email },
    widgets: Object.keys(row.widgets),
    origins: row.origins,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
