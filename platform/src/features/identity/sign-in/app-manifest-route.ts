import { toPublicId } from '@tabard/contract';
import { brandOf, paletteOf } from '#features/identity/workspace';
import { fail, type PublicRoute } from '#kernel';
import { findApp } from './find-app.ts';
import { readingOf } from './reading-of.ts';

/**
 * `GET /app/<workspace>/manifest.webmanifest`: what a device needs to keep the app as one of its own, in the workspace's brand. Browsers
 * ask for it with the cookie; nobody else learns whose app it is.
 */
export const appManifestRoute: PublicRoute = {
  method: 'GET',
  path: '/app/:workspace/manifest.webmanifest',
  auth: 'none',
  async handle(app, request) {
    const { placed, person } = (await findApp(app, request)) ?? fail('request.not_found');
    const { displayName, color, mode, markUrl } = brandOf(placed);
    const { canvas = color, sunken = color } = paletteOf(color)[mode === 'dark' ? 'dark' : 'light'];
    const home = `/app/${toPublicId('workspace', placed.row.id)}`;
    return {
      headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-store' },
      body: JSON.stringify({
        id: home,
        name: displayName,
        short_name: displayName,
        lang: readingOf(person, placed.row).locale,
        start_url: home,
        scope: home,
        display: 'standalone',
        background_color: canvas,
        theme_color: sunken,
        icons: markUrl ? [{ src: markUrl, sizes: 'any', purpose: 'any' }] : [],
      }),
    };
  },
};
