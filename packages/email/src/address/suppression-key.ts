import { normaliseAddress } from '@tabard/contract/address';

/**
 * What a suppression is keyed by: one text for every spelling of an address (case, plus-tag, IDN), or null when it is
 * not valid. Dots are kept: they are significant outside Gmail.
 */
export function suppressionKeyInput(address: string): string | null {
  const normal = normaliseAddress(address);
  if (!normal) return null;
  const [local, domain] = normal.split('@') as [string, string]; // a normal address has exactly one @
  const plus = local.indexOf('+');
  return `${plus > 0 ? local.slice(0, plus) : local}@${domain}`;
}
