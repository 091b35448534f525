import { msg, str } from '@lit/localize';
import type { UserSession } from '@tabard/contract';

/** What a person calls the device of a sign-in. */
export function deviceName({ browser, system }: Pick<UserSession, 'browser' | 'system'>): string {
  if (browser && system) return msg(str`${browser} on ${system}`);
  return browser ?? system ?? msg('A program');
}
