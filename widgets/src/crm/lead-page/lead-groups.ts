import { msg } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { LawfulBasis, LeadLifecycle } from '@tabard/contract/crm/lead-words';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { leadLabels } from '../lead-field-labels.ts';
import { basisWord, kindWord, lifecycleWord } from '../lead-words.ts';

/** A field of the page: one of the lead's that is written by hand. */
export type ShownField = Exclude<keyof typeof leadLabels, 'tags'>;

/** The fields in groups, the most used first. */
export const leadGroups: readonly { label: () => string; fields: readonly ShownField[] }[] = [
  { label: () => msg('Standing'), fields: ['ownerId', 'lifecycle', 'score'] },
  { label: () => msg('Reach'), fields: ['email', 'emails', 'phone', 'phones'] },
  { label: () => msg('Work'), fields: ['firstName', 'lastName', 'company', 'title', 'department', 'seniority'] },
  { label: () => msg('Place'), fields: ['address', 'postalCode', 'city', 'region', 'country', 'timeZone', 'language'] },
  { label: () => msg('Profiles'), fields: ['website', 'linkedinUrl', 'xUrl', 'profiles'] },
  { label: () => msg('Privacy'), fields: ['lawfulBasis', 'lawfulBasisSource', 'lawfulBasisAt'] },
];

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);
const link = (href: string, text: string): unknown =>
  html`<a href=${href} target="_blank" rel="noopener noreferrer" dir="ltr">${text}</a>`;
const web = (address: string): unknown => (isAddress(address) ? link(address, address) : address);

/** What a field holds, in the reader's language; null for nothing. */
export function fieldWords(lead: Lead, field: ShownField, format: Format): unknown {
  switch (field) {
    case 'ownerId':
      return lead.ownerId === null ? null : (lead.ownerName ?? msg('Somebody who left'));
    case 'lifecycle':
      return lead.lifecycle && lifecycleWord(lead.lifecycle satisfies LeadLifecycle);
    case 'score':
      return lead.score === null ? null : format.number(lead.score);
    case 'lawfulBasis':
      return lead.lawfulBasis && basisWord(lead.lawfulBasis satisfies LawfulBasis);
    case 'lawfulBasisAt':
      return lead.lawfulBasisAt && format.date(lead.lawfulBasisAt);
    case 'email':
      return html`<bdi>${lead.email}</bdi>`;
    case 'phone':
      return lead.phone && link(`tel:${lead.phoneNormal ?? lead.phone}`, lead.phone);
    case 'emails':
      return lead.emails.length === 0
        ? null
        : lead.emails.map(
            ({ email, kind, label }) =>
              html`<div><bdi>${email}</bdi> <span class="caption">${label ?? kindWord(kind)}</span></div>`,
          );
    case 'phones':
      return lead.phones.length === 0
        ? null
        : lead.phones.map(
            ({ number, normal, kind, label }) =>
              html`<div>
                ${link(`tel:${normal ?? number}`, number)} <span class="caption">${label ?? kindWord(kind)}</span>
              </div>`,
          );
    case 'profiles':
      return lead.profiles.length === 0 ? null : lead.profiles.map((one) => html`<div>${web(one)}</div>`);
    case 'language':
      return lead.language && new Intl.DisplayNames([format.locale], { type: 'language' }).of(lead.language);
    case 'website':
    case 'linkedinUrl':
    case 'xUrl':
      return lead[field] && web(lead[field]);
    default:
      return lead[field];
  }
}
