import { normaliseAddress } from '@tabard/contract/address';

/** Whether mail can be sent to this address as it is written (syntax only). */
export function isValidAddress(address: string): boolean {
  return normaliseAddress(address) !== null;
}
