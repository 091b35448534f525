import { idInput, toPublicId } from '@tabard/contract';
import { settingsWidgets } from '@tabard/contract/widgets';
import { z } from 'zod';
import { isUnder } from '#features/identity/address';
import { grantWidgets, insertEmbedSession, readMembershipsOf } from '#features/identity/embed-session';
import { readPagePost, sessionSeconds } from '#features/identity/hosted-page';
import { endSession, noteUsed, userPrincipal } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { requireWorkspace } from '#features/identity/workspace';
import { fail, type PublicRoute } from '#kernel';
import { appCookie } from './app-cookie.ts';
import { readingOf } from './reading-of.ts';
import { signedIn } from './signed-in.ts';

const body = z.strictObject({
  workspaceId: idInput('workspace'),
  /** Seconds since the person last did something in the page; left out where it was just opened. */
  idleSeconds: z.int().min(0).max(31_536_000).default(0),
});

/**
 * `POST /app/session`: a short session for a page of the app, of whoever is signed in in this browser, with what they may do in the
 * workspace now. It ends with their sign-in.
 */
export const appSessionRoute: PublicRoute = {
  method: 'POST',
  path: '/app/session',
  auth: 'none',
  async handle(app, request) {
    const { workspaceId, idleSeconds } = await readPagePost(app, request, body);
    // That a page renews its session by itself is no sign of anybody.
    const { sessionId, userId } = (await signedIn(app, request, { quietly: true })) ?? fail('auth.required');
    await noteUsed(app, { sessionId, userId, idleSeconds });
    const memberships = await readMembershipsOf(app, userId);
    const principal = await userPrincipal(app, { sessionId, userId }, workspaceId);
    const { row } = await requireWorkspace({ app, principal }, workspaceId);
    if (!(await isUnder(app, request.host.domain, workspaceId))) fail('workspace.not_found');
    const person = (await findUser(app, userId)) ?? fail('auth.required');
    // People of ours find the settings in it, too; a host names those that its pages may have.
    const widgets = { app: {}, ...Object.fromEntries(settingsWidgets.map((name) => [name, {}])) };
    const { secret, expiresAt } = await app.database.control((_em, sql) =>
      insertEmbedSession(sql, {
        organizationId: row.organization_id,
        workspaceId,
        user: { externalId: toPublicId('user', userId), name: person.name, email: person.email },
        widgets,
        permissions: grantWidgets(widgets, principal.permissions),
        origins: [new URL(request.host.url).origin],
        expiresIn: sessionSeconds,
        signIn: { userSessionId: sessionId, memberships },
      }),
    );
    // How the person reads, in case they changed it elsewhere.
    const reading = readingOf(person, row);
    return { body: { clientSecret: secret, expiresAt: expiresAt.toISOString(), ...reading } };
  },
};

/** `POST /app/sign-out`: ends the sign-in of this browser, with every page that it opened, within five seconds. */
export const appSignOutRoute: PublicRoute = {
  method: 'POST',
  path: '/app/sign-out',
  auth: 'none',
  async handle(app, request) {
    await readPagePost(app, request, z.strictObject({}));
    const session = await signedIn(app, request);
    if (session) await app.database.control((_em, sql) => endSession(sql, session.sessionId));
    return { headers: appCookie(app), body: {} };
  },
};
