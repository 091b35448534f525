import type { ConnectionOptions } from 'node:tls';
import { isLoopback } from './allowed-addresses.ts';

/** How the identity of a mail server is checked. */
export function tlsOptions(host: string, addresses: readonly string[]): ConnectionOptions {
  return {
    // An address is no server name.
    servername: /^[\d.]+$|:/.test(host) ? undefined : host,
    minVersion: 'TLSv1.2',
    // A server on this very machine cannot have a certificate for its name, and nobody stands between.
    rejectUnauthorized: !addresses.every(isLoopback),
  };
}
