import { toPublicId, type Uuid } from '@tabard/contract';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, issueToken, newId, type ControlWriteScope } from '#kernel';
import { embedTokenPrefix, grantWidgets, normalizeOrigin, type WidgetGrants } from './embed-session.rules.ts';

export interface EmbedSessionRequest {
  workspaceId: Uuid;
  user: { externalId: string; name: string; email?: string };
  widgets: WidgetGrants;
  origins: string[];
  expiresIn: number;
}

/** Makes a page's credential: one workspace, one user of the host, some widgets, some origins, a short life. */
export async function createEmbedSession(
  scope: ControlWriteScope,
  input: EmbedSessionRequest,
): Promise<{ id: string; clientSecret: string; expiresAt: string }> {
  // Its permissions hold no embed_session.create either; this says it even if that list is ever widened.
  if (scope.principal.kind === 'embed_session') fail('auth.permission_denied');
  const { row: workspace } = await requireWorkspace(scope, input.workspaceId);
  const permissions = grantWidgets(input.widgets, scope.principal.permissions);
  const origins = [...new Set(input.origins.map(normalizeOrigin))];
  const token = issueToken(embedTokenPrefix);
  const id = newId();
  const [row] = await scope.sql<{ expires_at: Date }>(
    `insert into embed_session (id, organization_id, workspace_id, secret_hash, external_id, user_name, user_email, widgets,
                                permissions, origins, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => $11)) returning expires_at`,
    [
      id,
      workspace.organization_id,
      workspace.id,
      token.hash,
      input.user.externalId,
      input.user.name,
      input.user.email ?? null,
      JSON.stringify(input.widgets),
      permissions,
      origins,
      input.expiresIn,
    ],
  );
  return {
    id: toPublicId('embedSession', id),
    clientSecret: token.secret,
    expiresAt: (row ?? fail('internal.unexpected')).expires_at.toISOString(),
  };
}
