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
  department: { label: () => msg('Department'), type: 'text' },
  seniority: { label: () => msg('Seniority'), type: 'text' },
  phone: { label: () => msg('Phone'), type: 'text' },
  phoneNormal: { label: () => msg('International number'), type: 'text' },
  address: { label: () => msg('Address'), type: 'text' },
  postalCode: { label: () => msg('Postal code'), type: 'text' },
  city: { label: () => msg('City'), type: 'text' },
  region: { label: () => msg('Region'), type: 'text' },
  country: { label: () => msg('Country'), type: 'text' },
  website: { label: () => msg('Website'), type: 'text' },
  linkedinUrl: { label: () => msg('LinkedIn'), type: 'text' },
  xUrl: { label: () => msg('X profile'), type: 'text' },
  profiles: { label: () => msg('Profiles'), type: 'choices' },
  language: { label: () => msg('Language'), type: 'text' },
  timeZone: { label: () => msg('Time zone'), type: 'text' },
  tags: { label: () => msg('Tags'), type: 'choices' },
  ownerId: { label: () => msg('Owner'), type: 'reference', prefix: 'mem' },
  score: { label: () => msg('Score'), type: 'number', whole: true },
  lifecycle: {
    label: () => msg('Lifecycle'),
    type: 'choice',
    options: ['prospect', 'engaged', 'qualified', 'opportunity', 'customer', 'former_customer', 'unqualified'],
  },
  lawfulBasis: {
    label: () => msg('Lawful basis'),
    type: 'choice',
    options: ['consent', 'legitimate_interest', 'contract', 'legal_obligation', 'vital_interest', 'public_task'],
  },
  lawfulBasisSource: { label: () => msg('Source of the basis'), type: 'text' },
  lawfulBasisAt: { label: () => msg('Basis since'), type: 'moment' },
  status: {
    label: () => msg('Status'),
    type: 'choice',
    options: ['new', 'active', 'replied', 'bounced', 'unsubscribed'],
  },
  source: { label: () => msg('Source'), type: 'text' },
  mergedIntoId: { label: () => msg('Merged into'), type: 'reference', prefix: 'lea' },
  importId: { label: () => msg('Import'), type: 'reference', prefix: 'imp' },
  createdAt: { label: () => msg('Added'), type: 'moment' },
  updatedAt: { label: () => msg('Changed'), type: 'moment' },
};
