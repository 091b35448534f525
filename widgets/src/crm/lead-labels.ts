import { msg } from '@lit/localize';
import type { Lead, LeadStatus } from '@tabard/contract';
import { snakeCase } from '@tabard/contract/letter-case';
import type { Tone } from '../kit/badge.ts';
import { leadLabels } from './lead-field-labels.ts';

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

const labels = new Map(Object.entries(leadLabels).map(([field, label]) => [snakeCase(field), label]));

/** The fields that a column of a file can go to, as a mapping names them. */
export const importTargets: readonly string[] = [...labels.keys()];

/** What a merge field or an import target is called on screen; undefined for custom fields. */
export const fieldLabel = (field: string): string | undefined => labels.get(field)?.();

/** A lead's name, or the address when there is none. */
export const nameOf = (lead: Pick<Lead, 'firstName' | 'lastName' | 'email'>): string =>
  [lead.firstName, lead.lastName].filter(Boolean).join(' ') || lead.email;
