import type { Uuid } from '@tabard/contract';
import { noteSignIn, type KnownPerson } from '#features/identity/session';
import type { RequestContext, RouteAnswer } from '#kernel';
import { openApp } from './open-app.ts';

/** Signs in whoever came by a link, which is spent by now: who has workspaces to choose from does so with their password. */
export async function openAfterLink(
  ctx: RequestContext,
  person: KnownPerson,
  workspaceId: Uuid | null,
): Promise<RouteAnswer> {
  const opened = await openApp(ctx.app, person, workspaceId);
  await noteSignIn(ctx, person.id, 'ok');
  return opened.headers ? opened : { body: { url: `${ctx.app.config.http.hostedUrl}/sign-in` } };
}
