import { msg } from '@lit/localize';
import type { Lead, LeadStatus } from '@tabard/contract';
import type { Tone } from '../kit/badge.ts';

export const statusTones: Record<LeadStatus, Tone> = {
  new: 'neutral',
  active: 'info',
  replied: 'success',
  bounced: 'danger',
  unsubscribed: 'warning',
};

export function statusWord(status: LeadStatus): string {
  const words: Record<LeadStatus, string> = {
    new: msg('New'),
    active: msg('In contact'),
    replied: msg('Replied'),
    bounced: msg('Bounced'),
    unsubscribed: msg('Unsubscribed'),
  };
  return words[status];
}

/** A lead's name, or the address when there is none. */
export const nameOf = (lead: Pick<Lead, 'firstName' | 'lastName' | 'email'>): string =>
  [lead.firstName, lead.lastName].filter(Boolean).join(' ') || lead.email;
