import ipaddr from 'ipaddr.js';

/** Whose an address is, for counting: who has one address of the newer kind has 2^64 of them, which count as one. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? `${address.parts.slice(0, 4).join(':')}/64` : address.toString();
}
