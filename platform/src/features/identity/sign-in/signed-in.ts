import { findUserSession } from '#features/identity/session';
import type { App, RouteRequest } from '#kernel';
import { appToken } from './app-cookie.ts';

/** Whose browser asks, if anybody is signed in in it under the name that it asks for. */
export async function signedIn(
  app: App,
  { headers, host }: RouteRequest,
  options?: { quietly?: boolean },
): ReturnType<typeof findUserSession> {
  const session = await findUserSession(app, appToken(app, headers), options);
  return session?.domainId === (host.domain?.id ?? null) ? session : null;
}
