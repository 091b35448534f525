import { toPublicId, type hostedPageCreateInput, type hostedPageCreateOutput } from '@tabard/contract';
import type { z } from 'zod';
import { addressOf } from '#features/identity/address';
import { grantWidgets, normalizeOrigin } from '#features/identity/embed-session';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, issueToken, newId, type OrganizationWriteScope } from '#kernel';
import { codePrefix, hostedPath } from './hosted-page.rules.ts';

/** Makes a page and the link that opens it once. */
export async function createHostedPage(
  scope: OrganizationWriteScope,
  input: z.output<typeof hostedPageCreateInput>,
): Promise<z.input<typeof hostedPageCreateOutput>> {
  // A page must not make pages, whatever its permissions are.
  if (scope.principal.kind === 'embed_session') fail('auth.permission_denied');
  const { row: workspace } = await requireWorkspace(scope, input.workspaceId);
  const permissions = grantWidgets(input.widgets, scope.principal.permissions);
  const code = issueToken(codePrefix);
  const id = newId();
  const [row] = await scope.sql<{ code_expires_at: Date; ends_at: Date }>(
    `insert into hosted_page (id, organization_id, workspace_id, external_id, user_name, user_email, widgets, permissions, widget,
                              place, frame_origins, return_url, code_hash, code_expires_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now() + make_interval(secs => $14),
             now() + make_interval(secs => $15)) returning code_expires_at, ends_at`,
    [
      id,
      workspace.organization_id,
      workspace.id,
      input.user.externalId,
      input.user.name,
      input.user.email ?? null,
      JSON.stringify(input.widgets),
      permissions,
      input.widget,
      input.place ?? null,
      [...new Set(input.frameOrigins.map(normalizeOrigin))],
      input.returnUrl ?? null,
      code.hash,
      input.linkExpiresIn,
      input.lasts,
    ],
  );
  const appUrl = await addressOf(scope.app, workspace.id, 'app');
  const made = row ?? fail('internal.unexpected');
  return {
    id: toPublicId('hostedPage', id),
    // What stands behind the # never leaves the browser: it is in no request, no log and no referrer.
    url: `${appUrl}${hostedPath(input.widget, id)}#${code.secret}`,
    linkExpiresAt: made.code_expires_at.toISOString(),
    endsAt: made.ends_at.toISOString(),
  };
}
