import { fromPublicId } from '@tabard/contract';
import { isUnder } from '#features/identity/address';
import { userPrincipal } from '#features/identity/session';
import { findWorkspace, type PlacedWorkspace } from '#features/identity/workspace';
import { Failure, type App, type RouteRequest } from '#kernel';
import { signedIn } from './signed-in.ts';

/** The workspace whose app an address names, if whoever is signed in in this browser may open it; anybody else is told nothing of it. */
export async function findApp(app: App, request: RouteRequest): Promise<PlacedWorkspace | null> {
  const workspaceId = fromPublicId('workspace', request.params['workspace'] ?? '');
  const isHere = workspaceId && (await isUnder(app, request.host.domain, workspaceId));
  const session = isHere && (await signedIn(app, request));
  if (!session) return null;
  const isAllowed = await userPrincipal(app, session, workspaceId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure) return false;
      throw error;
    },
  );
  return isAllowed ? findWorkspace(app, workspaceId) : null;
}
