// Written by `pnpm --filter @tabard/widgets manifest` from the description of the noun. Do not edit.

import { msg } from '@lit/localize';

/** What its fields are called on screen, in the order of the screens: all that files can fill and mails can merge. */
export const leadLabels = {
  email: () => msg('Email'),
  firstName: () => msg('First name'),
  lastName: () => msg('Last name'),
  company: () => msg('Company'),
  title: () => msg('Job title'),
  department: () => msg('Department'),
  seniority: () => msg('Seniority'),
  phone: () => msg('Phone'),
  emails: () => msg('Further emails'),
  phones: () => msg('Further phones'),
  address: () => msg('Address'),
  postalCode: () => msg('Postal code'),
  city: () => msg('City'),
  region: () => msg('Region'),
  country: () => msg('Country'),
  website: () => msg('Website'),
  linkedinUrl: () => msg('LinkedIn'),
  xUrl: () => msg('X profile'),
  profiles: () => msg('Profiles'),
  language: () => msg('Language'),
  timeZone: () => msg('Time zone'),
  tags: () => msg('Tags'),
  ownerId: () => msg('Owner'),
  score: () => msg('Score'),
  lifecycle: () => msg('Lifecycle'),
  lawfulBasis: () => msg('Lawful basis'),
  lawfulBasisSource: () => msg('Source of the basis'),
  lawfulBasisAt: () => msg('Basis since'),
} as const;
