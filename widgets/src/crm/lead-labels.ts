import { msg } from '@lit/localize';
import type { Lead, LeadField, LeadStatus } from '@tabard/contract';
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

/** What a merge field or an import target is called on screen. */
export function fieldWord(field: LeadField): string {
  const words: Record<LeadField, string> = {
    email: msg('Email'),
    first_name: msg('First name'),
    last_name: msg('Last name'),
    company: msg('Company'),
    title: msg('Job title'),
    phone: msg('Phone'),
    city: msg('City'),
    country: msg('Country'),
    website: msg('Website'),
    time_zone: msg('Time zone'),
  };
  return words[field];
}

/** A lead's name, or the address when there is none. */
export const nameOf = (lead: Pick<Lead, 'firstName' | 'lastName' | 'email'>): string =>
  [lead.firstName, lead.lastName].filter(Boolean).join(' ') || lead.email;
