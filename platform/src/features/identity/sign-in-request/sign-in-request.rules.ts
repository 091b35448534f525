import { createHmac, randomInt } from 'node:crypto';
import type { App } from '#kernel';

/** How the secret of an asking browser begins. */
export const requestPrefix = 'sq_';

/** Seconds in which a request is approved and taken. */
export const goodSeconds = 120;

/** What cannot be mistaken for another letter or digit. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code of 8 letters and digits: 39 bits, for two minutes, and of no use without the number that the other screen shows. */
export const newCode = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Two digits that are compared by whoever sees both screens. */
export const newNumber = (): number => randomInt(10, 100);

/** What is kept of a code; it is read with and without spaces and hyphens, in either letter case. */
export const hashCode = (app: App, code: string): string =>
  createHmac('sha256', app.ports.secrets.key('sign-in-requests'))
    .update(code.toLowerCase().replaceAll(/[\s-]/g, ''))
    .digest('hex');
