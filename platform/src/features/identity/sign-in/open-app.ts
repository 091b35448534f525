import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { createHostedPage } from '#features/identity/hosted-page';
import { userPrincipal, type KnownPerson } from '#features/identity/session';
import { listWorkspaces } from '#features/identity/workspace';
import { fail, newId, type App } from '#kernel';

/** Seconds for which the page stays signed in: a working day. */
const lasts = 36_000;
/** The most workspaces that are offered. */
const mostOffered = 100;

/** Where a person goes on: the app of a workspace, opened once by this link, or a choice of workspaces. */
export type Opened = { url: string } | { workspaces: { id: string; name: string }[] };

/** Opens the app for somebody who is known by now, with what they may do in that workspace and no more. */
export async function openApp(app: App, person: KnownPerson, workspaceId: Uuid | null): Promise<Opened> {
  const session = { userId: person.id, sessionId: newId() };
  if (workspaceId === null) {
    const principal = await userPrincipal(app, session, null);
    const { items } = await listWorkspaces({ app, principal, workspaceId: null }, { limit: mostOffered });
    const [first, ...others] = items;
    if (others.length > 0) return { workspaces: items.map(({ id, name }) => ({ id, name })) };
    return openApp(app, person, (first && fromPublicId('workspace', first.id)) ?? fail('workspace.not_found'));
  }
  const principal = await userPrincipal(app, session, workspaceId);
  return app.database.write(principal.organizationId, async (_em, sql) => {
    const { url } = await createHostedPage(
      // A page says nothing to workspaces.
      { app, principal, workspaceId, sql, emitIn: () => undefined },
      {
        workspaceId,
        user: { externalId: toPublicId('user', person.id), name: person.name, email: person.email },
        widgets: { app: {} },
        widget: 'app',
        frameOrigins: [],
        returnUrl: `${app.config.http.hostedUrl}/sign-in`,
        linkExpiresIn: 60,
        lasts,
      },
    );
    return { url };
  });
}
