import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { nearestName } from './address-of.ts';

/** The sender of the platform's own mails about a place: under its own name for mail, where it has one. */
export async function senderAddress(app: App, scopeId: Uuid, from: string): Promise<string> {
  const host = await nearestName(app, scopeId, 'mail');
  return host === null ? from : `${from.slice(0, from.lastIndexOf('@'))}@${host}`;
}
