import type { Config } from '#config';
import { fail } from '#kernel';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Makes the check of the name that a request asks for. The platform answers to the names of its own addresses and to those that HOST_NAMES
 * adds, so that a name that somebody else points at this machine shows no page of ours and reaches no session. On a developer's
 * computer every name of loopback is its own. Ports are not looked at: a proxy in front has others.
 * @throws `request.unknown_host`
 */
export function hostCheck({ http }: Pick<Config, 'http'>): (hostname: string) => void {
  const own = [http.publicUrl, http.hostedUrl, http.linksUrl].map((url) => new URL(url).hostname);
  const isLocal = loopback.includes(new URL(http.publicUrl).hostname);
  const known = new Set([...own, ...http.hostNames, ...(isLocal ? loopback : [])].map(plainName));
  return (hostname) => {
    if (!known.has(plainName(hostname))) fail('request.unknown_host');
  };
}

/** Names are the same in capitals, and with the dot of the root behind them. */
const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
