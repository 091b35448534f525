import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** The host stands in a network that outsiders may not reach through us. */
export class HostNotAllowed extends Error {
  override readonly name = 'HostNotAllowed';
}

/**
 * The addresses of a host that somebody outside gave us, IPv4 first. Connect to one of these and not to the name: a name may
 * mean another machine a moment later. Unless private ones are allowed, only public addresses are left.
 * @throws HostNotAllowed when nothing is left; the resolver's own error when the name is unknown.
 */
export async function allowedAddresses(host: string, { allowPrivate }: { allowPrivate: boolean }): Promise<string[]> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true, order: 'ipv4first' });
  const addresses = found.map(({ address }) => address).filter((address) => allowPrivate || isPublic(address));
  if (addresses.length === 0)
    throw new HostNotAllowed(`${host} is an address of a private network. Give the public name of the mail server.`);
  return addresses;
}

/** Whether an address is this very machine. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/** `process` unwraps IPv4 inside IPv6; every range but `unicast` is private, reserved or a tunnel to somewhere else. */
function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

/** @throws HostNotAllowed for a session without TLS, unless private networks are allowed. */
export function requireProtected(
  security: 'tls' | 'starttls' | 'none',
  { allowPrivate }: { allowPrivate: boolean },
): void {
  if (security === 'none' && !allowPrivate)
    throw new HostNotAllowed('Without TLS the password could be read on its way. Choose TLS or STARTTLS.');
}
