import { toPublicId, type Uuid } from '@tabard/contract';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope } from '#kernel';
import { grantWidgets, normalizeOrigin, type WidgetGrants } from './embed-session.rules.ts';
import { insertEmbedSession } from './insert-embed-session.ts';

export interface EmbedSessionRequest {
  workspaceId: Uuid;
  user: { externalId: string; name: string; email?: string };
  widgets: WidgetGrants;
  origins: string[];
  expiresIn: number;
}

/** Makes a page's credential: one workspace, one user of the host, some widgets, some origins, a short life. */
export async function createEmbedSession(
  scope: OrganizationWriteScope,
  input: EmbedSessionRequest,
): Promise<{ id: string; clientSecret: string; expiresAt: string }> {
  // Its permissions hold no embed_session.create either; this says it even if that list is ever widened.
  if (scope.principal.kind === 'embed_session') fail('auth.permission_denied');
  const { row: workspace } = await requireWorkspace(scope, input.workspaceId);
  const permissions = grantWidgets(input.widgets, scope.principal.permissions);
  const origins = [...new Set(input.origins.map(normalizeOrigin))];
  const { id, secret, expiresAt } = await insertEmbedSession(scope.sql, {
    organizationId: workspace.organization_id,
    workspaceId: workspace.id,
    user: { ...input.user, email: input.user.email ?? null },
    widgets: input.widgets,
    permissions,
    origins,
    expiresIn: input.expiresIn,
  });
  return { id: toPublicId('embedSession', id), clientSecret: secret, expiresAt: expiresAt.toISOString() };
}
