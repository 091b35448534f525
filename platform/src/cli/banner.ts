import type { LocalPlaces } from '#config';
import type { Demo } from './seed.ts';

/** What a newcomer needs to know once everything runs. */
export function banner(places: LocalPlaces, demo: Demo | null): string {
  const api = `http://localhost:${places.apiPort}`;
  if (!demo) return `\n  Ready.  API ${api}   sign in at ${api}/sign-in\n  Ctrl-C stops it.\n`;
  return `
  Ready.

  Client portal   http://localhost:${places.portalPort}   sign in as ${demo.email}, password ${demo.password}
  Mail sandbox    http://localhost:${places.sandboxPort}   every mail as its recipient sees it
  API             ${api}   health at /health/ready

  Next: open the portal and watch "${demo.liveCampaign}" run; answer a reply in the inbox;
  then read "Embedding in ten lines" in README.md. Ctrl-C stops everything.
`;
}
