import { isIP } from 'node:net';
import type { Host } from '#kernel';

/** What devices may sign with: EdDSA, ES256 and RS256 (COSE). */
export const algorithms = [-8, -7, -257];

/** The most passkeys that a person has. */
export const mostPasskeys = 20;

/** Minutes in which a device answers. */
export const challengeMinutes = 5;

/** The host name that passkeys of a host's pages belong to; null for an IP address, for which browsers make none. */
export function passkeyHost({ url }: Pick<Host, 'url'>): string | null {
  const { hostname } = new URL(url);
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? hostname : null;
}

/** Where the pages of a host are, as a browser signs it. */
export const pageOrigin = ({ url }: Pick<Host, 'url'>): string => new URL(url).origin;
