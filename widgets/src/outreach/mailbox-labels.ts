import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { Tone } from '../kit/badge.ts';

export const mailboxTones: Record<Mailbox['state'], Tone> = {
  active: 'success',
  paused: 'neutral',
  failing: 'warning',
  disconnected: 'danger',
};

export function mailboxWord(now: Mailbox['state']): string {
  const words: Record<Mailbox['state'], string> = {
    active: msg('Healthy'),
    paused: msg('Paused'),
    failing: msg('Failing'),
    disconnected: msg('Disconnected'),
  };
  return words[now];
}

/** Whether mails leave through it by themselves: one that fails is tried again, any other waits for a person. */
export const mailboxSends = ({ state }: Pick<Mailbox, 'state'>): boolean => state === 'active' || state === 'failing';
