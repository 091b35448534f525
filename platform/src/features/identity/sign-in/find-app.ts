import { fromPublicId } from '@tabard/contract';
import { isUnder } from '#features/identity/address';
import { userPrincipal } from '#features/identity/session';
import { findUser, type Person } from '#features/identity/user';
import { findWorkspace, type PlacedWorkspace } from '#features/identity/workspace';
import { Failure, type App, type RouteRequest } from '#kernel';
import { signedIn } from './signed-in.ts';

/** The app of a workspace, and who opens it. */
export interface OpenedApp {
  placed: PlacedWorkspace;
  person: Person;
}

/** The app that an address names, if whoever is signed in in this browser may open it; anybody else is told nothing of it. */
export async function findApp(app: App, request: RouteRequest): Promise<OpenedApp | null> {
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
  if (!isAllowed) return null;
  const [placed, person] = await Promise.all([findWorkspace(app, workspaceId), findUser(app, session.userId)]);
  return placed && person && { placed, person };
}
