import { findUserSession } from '#features/identity/session';
import type { App, RouteRequest } from '#kernel';
import { appToken } from './app-cookie.ts';

/** Whose browser asks, if anybody is signed in in it. */
export async function signedIn(
  app: App,
  { headers }: RouteRequest,
  options?: { quietly?: boolean },
): ReturnType<typeof findUserSession> {
  return findUserSession(app, appToken(app, headers), options);
}
