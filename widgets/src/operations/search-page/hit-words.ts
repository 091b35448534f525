import { msg, str } from '@lit/localize';
import type { SearchHit } from '@tabard/contract/operations/search';
import type { SearchNoun } from '@tabard/contract/operations/search-nouns';
import { svg, type TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** What the records of a noun are called. */
export const nounsWords = (): Record<SearchNoun, string> => ({
  lead: msg('Leads'),
  company: msg('Companies'),
  deal: msg('Deals'),
  conversation: msg('Conversations'),
  campaign: msg('Campaigns'),
  template: msg('Templates'),
  note: msg('Notes'),
  task: msg('Tasks'),
  file: msg('Files'),
});

/** What one record of a noun is called. */
export const nounWords = (): Record<SearchNoun, string> => ({
  lead: msg('Lead'),
  company: msg('Company'),
  deal: msg('Deal'),
  conversation: msg('Conversation'),
  campaign: msg('Campaign'),
  template: msg('Template'),
  note: msg('Note'),
  task: msg('Task'),
  file: msg('File'),
});

/** What a field is called in which something was found; a text needs no name. */
export function fieldWord(field: string): string {
  const words: Record<string, () => string> = {
    email: () => msg('Email'),
    company: () => msg('Company'),
    title: () => msg('Job title'),
    city: () => msg('City'),
    domains: () => msg('Domains'),
    website: () => msg('Website'),
    industry: () => msg('Industry'),
    source: () => msg('Source'),
    subject: () => msg('Subject'),
    reasonNote: () => msg('Reason'),
    counterpartAddress: () => msg('Address'),
  };
  return Object.hasOwn(words, field) ? (words[field]?.() ?? '') : '';
}

/** Why a record was found although it does not say a word as it was asked. */
export const isNearWord = (): string => msg('Similar spelling');

/** How many hits there are, in words. */
export const hitsWords = (count: number, isCut: boolean, number: (value: number) => string): string => {
  if (isCut) return msg(str`More than ${number(count)} results`);
  return count === 1 ? msg('1 result') : msg(str`${number(count)} results`);
};

const paths: Record<SearchNoun, string> = {
  lead: 'M8 7.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4m-5.5 6.4c.6-3 2.8-4.3 5.5-4.3s4.9 1.3 5.5 4.3',
  company: 'M3 13.5v-11h6v11m0-7h4v7m-11.5 0h13M5 5h2M5 7.5h2M5 10h2',
  deal: 'M2.5 3h11L9.5 8v4.5l-3 1V8z',
  conversation: 'M2 9h3l1 2h4l1-2h3M3.5 3h9L14 9v4H2V9z',
  campaign: 'm2 8 12-5-4 11-2.8-4.6zm5.2 1.4L14 3',
  template: 'M3 2.5h10v11H3zM3 6h10M6.5 6v7.5',
  note: 'M3.5 2.5h9v11h-9zm2.3 3h4.4M5.8 8h4.4m-4.4 2.5h2.6',
  task: 'm3 8.5 3.3 3.3L13 4.8',
  file: 'M4 2h5l3 3v9H4zm5 0v3h3',
};

/** The drawing of a noun; the words beside it say the same. */
export const nounIcon = (noun: SearchNoun): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${paths[noun]}></path>`}</svg>`;

/** Where a hit is shown: a place of its own, or the record that it stands on. */
export function placeOf({ noun, id, on }: Pick<SearchHit, 'noun' | 'id' | 'on'>): string {
  const stands = noun === 'note' || noun === 'file';
  if (stands && on?.noun === 'lead') return `/leads/${on.id}/page`;
  if (stands && on) return on.noun === 'deal' ? `/deals/${on.id}` : `/companies/${on.id}`;
  const places: Record<SearchNoun, string> = {
    lead: `/leads/${id}`,
    company: `/companies/${id}`,
    deal: `/deals/${id}`,
    conversation: `/inbox/${id}`,
    campaign: `/campaigns/${id}`,
    template: `/templates/${id}`,
    task: `/tasks/${id}`,
    note: '/leads',
    file: '/leads',
  };
  return places[noun];
}
