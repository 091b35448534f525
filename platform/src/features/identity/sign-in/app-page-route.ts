import { randomBytes } from 'node:crypto';
import { ownAddress } from '#features/identity/address';
import { pageDocument, pageHeaders } from '#features/identity/hosted-page';
import { brandOf } from '#features/identity/workspace';
import type { App, PublicRoute, RouteAnswer, RouteRequest } from '#kernel';
import { appManifestRoute } from './app-manifest-route.ts';
import { findApp } from './find-app.ts';
import { readingOf } from './reading-of.ts';

/**
 * `GET /app/<workspace>` and what is below it: the app at its own address, for whoever is signed in in this browser. It can be
 * loaded again, opened twice and kept as a bookmark; the page gets its short sessions from `/app/session`.
 */
export const appPageRoutes: readonly PublicRoute[] = [
  appManifestRoute,
  ...['', '/:page', '/:page/:record', '/:page/:record/:view'].map((below): PublicRoute => ({
    method: 'GET',
    path: `/app/:workspace${below}`,
    auth: 'none',
    handle: showApp,
  })),
];

async function showApp(app: App, request: RouteRequest): Promise<RouteAnswer> {
  const { workspace = '', page, record, view } = request.params;
  const path = ['/app', workspace, page, record, view].filter((part) => part !== undefined).join('/');
  const opened = await findApp(app, request);
  const { url, domain } = request.host;
  // Who is not signed in, and who may not see it, is asked to sign in, and then led back.
  if (!opened) return { status: 303, headers: { location: `${url}/sign-in?to=${encodeURIComponent(path)}` } };
  const { placed, person } = opened;
  // Under a name of theirs the page knows no other address.
  const apiUrl = domain ? url : ownAddress(app.config, 'api');
  const nonce = randomBytes(16).toString('base64url');
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl, pageUrl: url }),
    body: pageDocument({
      nonce,
      brand: brandOf(placed),
      ...readingOf(person, placed.row),
      workspace,
      widget: 'app',
      widgets: ['app'],
      frameOrigins: [],
      returnUrl: `${url}/sign-in`,
      apiUrl,
    }),
  };
}
