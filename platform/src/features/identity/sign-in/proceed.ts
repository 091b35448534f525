import { fromPublicId, type Uuid } from '@tabard/contract';
import { type SecondFactorSetUp } from '@tabard/contract/identity/account';
import { isUnder } from '#features/identity/address';
import { secondFactorStanding, setUpSecondFactor } from '#features/identity/second-factor';
import {
  endSession,
  noteSignIn,
  openSession,
  requireAllowedMeans,
  userPrincipal,
  type KnownPerson,
  type SignInMeans,
} from '#features/identity/session';
import { personalMail } from '#features/operations/system-mail';
import { fail, newId, type App, type RequestContext, type RouteAnswer, type RouteRequest } from '#kernel';
import { appCookie } from './app-cookie.ts';
import { appPath } from './app-path.ts';
import { contextOf } from './context-of.ts';
import { findOwnWorkspaces } from './find-own-workspaces.ts';
import { signedIn } from './signed-in.ts';
import { beginStep, type Ask } from './sign-in-step.ts';

/** The most workspaces that are offered. */
const mostOffered = 100;

/** Somebody whose password or link was right, in their browser; `workspaceId`: where they want to go, if they said. */
export interface Arrival {
  app: App;
  request: RouteRequest;
  person: KnownPerson;
  workspaceId: Uuid | null;
  /** What they showed in place of a password, or of a password and a code. */
  by?: SignInMeans | null;
}

/** What the page asks next. */
interface NextStep {
  step: string;
  ask: Ask;
  setUp?: SecondFactorSetUp;
  workspaces?: { id: string; name: string }[];
}

/** Goes on with a sign-in: asks for a code, leads to setting an app up, offers workspaces, or opens the app. */
export async function proceed(arrival: Arrival): Promise<RouteAnswer> {
  const { app, person } = arrival;
  await requireAllowedMeans(app, person.id, arrival.by);
  const { isOn, isRequired } = await secondFactorStanding(app, person.id);
  if (isOn) return { body: await askFor(arrival, 'code') };
  if (isRequired) {
    const place = await personalMail(app, person.id, arrival.request.host.domain);
    const names = { userId: person.id, issuer: place?.name ?? '', label: person.email };
    const setUp = await app.database.control((_em, sql) => setUpSecondFactor(app, sql, names));
    return { body: { ...(await askFor(arrival, 'set-up')), setUp } };
  }
  return openWorkspace(arrival);
}

async function askFor({ app, person, workspaceId, by = null }: Arrival, ask: Ask): Promise<NextStep> {
  return { step: await beginStep(app, { userId: person.id, ask, workspaceId, by }), ask };
}

/** Signs in somebody of whom nothing more is asked, or offers them their workspaces. */
export async function openWorkspace(arrival: Arrival): Promise<RouteAnswer> {
  const { app, request, person, workspaceId, by } = arrival;
  const known = { userId: person.id, sessionId: newId() };
  if (workspaceId === null) {
    const workspaces = await findOwnWorkspaces(app, { userId: person.id, domain: request.host.domain }, mostOffered);
    const [first, ...others] = workspaces;
    if (others.length > 0) return { body: { ...(await askFor(arrival, 'workspace')), workspaces } };
    const only = first && fromPublicId('workspace', first.id);
    return openWorkspace({ ...arrival, workspaceId: only ?? fail('workspace.not_found') });
  }
  if (!(await isUnder(app, request.host.domain, workspaceId))) fail('workspace.not_found');
  // Refuses a workspace that is not theirs.
  await userPrincipal(app, known, workspaceId);
  const ctx = contextOf(app, request);
  const session = await replaceSession(ctx, request, { userId: person.id, by });
  await noteSignIn(ctx, person.id, 'ok');
  return { headers: appCookie(app, session), body: { url: `${request.host.url}${appPath(workspaceId)}` } };
}

/** A new sign-in for this browser; the one that it had ends. */
async function replaceSession(
  ctx: RequestContext,
  request: RouteRequest,
  { userId, by }: { userId: Uuid; by?: SignInMeans | null },
) {
  const before = await signedIn(ctx.app, request, { quietly: true });
  const session = await openSession(ctx.app, userId, { ...ctx, ...(by && { by }) });
  if (before) await ctx.app.database.control((_em, sql) => endSession(sql, before.sessionId));
  return session;
}
