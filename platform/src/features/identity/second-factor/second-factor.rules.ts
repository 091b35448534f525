import { createHmac, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** Seconds for which one code is shown. */
const period = 30;

/** Codes before and after the present one that are accepted: a telephone's clock may be a little off. */
const tolerance = 1;

/** Recovery codes that a person gets at once. */
export const recoveryCodes = 10;

/** What cannot be mistaken for another letter or digit. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...names, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** A new secret of 160 bits, in Base32 as apps take it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an app reads from the picture; `issuer` is what the app calls the entry. */
export const addressOf = (secret: string, issuer: string, label: string): string =>
  totpOf(secret, { issuer, label }).toString();

/** The half minute whose code this is; null when it is none of those that are good now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: tolerance });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** A code of 12 letters and digits: 59 bits. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a recovery code; it is read with and without hyphens, in either letter case. */
export const hashRecoveryCode = (app: App, userId: Uuid, code: string): string =>
  createHmac('sha256', app.ports.secrets.key('recovery-codes'))
    .update(`${userId} ${code.toLowerCase().replaceAll(/[\s-]/g, '')}`)
    .digest('hex');

/** Whether it is meant as the code of an app. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** A code without the spaces that apps show. */
export const tidyCode = (code: string): string => code.replaceAll(/\s/g, '');
