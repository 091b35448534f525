import type { Config } from '#config';
import { hostOf, ownHost } from '#features/identity/address';
import { fail, type App, type Host } from '#kernel';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Makes the check of the name that a request asks for. The platform answers to the names of its own addresses, to those that HOST_NAMES
 * adds, and to the proven names of organizations and workspaces, so that a name that somebody else points at this machine shows no page
 * of ours and reaches no session. On a developer's computer every name of loopback is its own. Ports are not looked at: a proxy in
 * front has others.
 * @throws `request.unknown_host`
 */
export function hostCheck(app: App): (hostname: string) => Host | Promise<Host> {
  const known = ownNames(app.config);
  const own = ownHost(app);
  return (hostname) => {
    const name = plainName(hostname);
    return known.has(name) ? own : hostOf(app, name).then((host) => host ?? fail('request.unknown_host'));
  };
}

function ownNames({ http }: Pick<Config, 'http'>): ReadonlySet<string> {
  const own = [http.publicUrl, http.hostedUrl, http.linksUrl].map((url) => new URL(url).hostname);
  const isLocal = loopback.includes(new URL(http.publicUrl).hostname);
  return new Set([...own, ...http.hostNames, ...(isLocal ? loopback : [])].map(plainName));
}

/** Names are the same in capitals, and with the dot of the root behind them. */
const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
