// Written by `pnpm --filter @tabard/widgets manifest` from the description of the noun. Do not edit.

import { msg } from '@lit/localize';
import type { FilterField } from '@tabard/contract/filters';

/** What filters can ask of one, in the order of the screens, besides fields of its own and what belongs to it. */
export const leadFilterTable: Readonly<Record<string, FilterField & { label: () => string }>> = {
  email: { label: () => msg('Email'), type: 'email' },
  firstName: { label: () => msg('First name'), type: 'text' },
  lastName: { label: () => msg('Last name'), type: 'text' },
  company: { label: () => msg('Company'), type: 'text' },
  companyId: { label: () => msg('Company record'), type: 'reference', prefix: 'com' },
  title: { label: () => msg('Job title'), type: 'text' },
  phone: { label: () => msg('Phone'), type: 'text' },
  city: { label: () => msg('City'), type: 'text' },
  country: { label: () => msg('Country'), type: 'text' },
  website: { label: () => msg('Website'), type: 'text' },
  timeZone: { label: () => msg('Time zone'), type: 'text' },
  tags: { label: () => msg('Tags'), type: 'choices' },
  status: {
    label: () => msg('Status'),
    type: 'choice',
    options: ['new', 'active', 'replied', 'bounced', 'unsubscribed'],
  },
  source: { label: () => msg('Source'), type: 'text' },
  importId: { label: () => msg('Import'), type: 'reference', prefix: 'imp' },
  createdAt: { label: () => msg('Added'), type: 'moment' },
  updatedAt: { label: () => msg('Changed'), type: 'moment' },
};
