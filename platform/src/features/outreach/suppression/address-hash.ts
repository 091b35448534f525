import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { suppressionKeyInput } from '@tabard/email';
import type { App } from '#kernel';

/** A key object hashes five times as fast as the bytes it was made from. */
const keys = new WeakMap<Uint8Array, KeyObject>();

/**
 * What an address is suppressed by: the same for every spelling (case, plus-tag, IDN), and of no use to another workspace or
 * to anybody who has only the database.
 */
export function addressHash(app: App, workspaceId: string, email: string): string {
  const secret = app.ports.secrets.key(`suppression:${workspaceId}`);
  let key = keys.get(secret);
  if (!key) keys.set(secret, (key = createSecretKey(secret)));
  // What is no address can still be told apart, so that a list with mistakes in it can be taken in.
  return createHmac('sha256', key)
    .update(suppressionKeyInput(email) ?? email.trim().toLowerCase())
    .digest('hex');
}
