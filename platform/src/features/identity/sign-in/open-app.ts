import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { openSession, userPrincipal, type KnownPerson } from '#features/identity/session';
import { listWorkspaces } from '#features/identity/workspace';
import { fail, newId, type App, type RouteAnswer } from '#kernel';
import { appCookie } from './app-cookie.ts';

/** The most workspaces that are offered. */
const mostOffered = 100;

/** Where the app of a workspace is. */
export const appPath = (workspaceId: Uuid): string => `/app/${toPublicId('workspace', workspaceId)}`;

/** Signs in somebody who is known by now and leads to the app of a workspace, or offers a choice of workspaces. */
export async function openApp(app: App, person: KnownPerson, workspaceId: Uuid | null): Promise<RouteAnswer> {
  const known = { userId: person.id, sessionId: newId() };
  if (workspaceId === null) {
    const principal = await userPrincipal(app, known, null);
    const { items } = await listWorkspaces({ app, principal, workspaceId: null }, { limit: mostOffered });
    const [first, ...others] = items;
    if (others.length > 0) return { body: { workspaces: items.map(({ id, name }) => ({ id, name })) } };
    return openApp(app, person, (first && fromPublicId('workspace', first.id)) ?? fail('workspace.not_found'));
  }
  // Refuses a workspace that is not theirs.
  await userPrincipal(app, known, workspaceId);
  return {
    headers: appCookie(app, await openSession(app, person.id)),
    body: { url: `${app.config.http.hostedUrl}${appPath(workspaceId)}` },
  };
}
