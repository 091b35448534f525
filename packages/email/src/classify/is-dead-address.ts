import { suppressionKeyInput } from '../address/index.ts';
import type { ReportedRecipient } from './read-delivery-status.ts';

/**
 * Whether a bounce says that this very address is dead. What it says about others, behind a group or a forwarding, is not
 * said of this one; a failure that names no address is about the only one the mail was sent to.
 */
export function isDeadAddress(recipients: readonly ReportedRecipient[], address: string): boolean {
  return recipients.some(
    ({ kind, address: failed, forwardedTo }) =>
      kind === 'hard' &&
      (failed === '' || isSame(failed, address)) &&
      // Inside one house the same name goes on to another host; another name is another person, or one of several.
      (forwardedTo === undefined || localOf(forwardedTo) === localOf(failed)),
  );
}

function isSame(one: string, other: string): boolean {
  return (suppressionKeyInput(one) ?? one.toLowerCase()) === (suppressionKeyInput(other) ?? other.toLowerCase());
}

function localOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}
