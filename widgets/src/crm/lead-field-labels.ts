// Written by `pnpm --filter @tabard/widgets manifest` from the description of the noun. Do not edit.

import { msg } from '@lit/localize';

/** What its fields are called on screen, in the order of the screens: all that files can fill and mails can merge. */
export const leadLabels = {
  email: () => msg('Email'),
  firstName: () => msg('First name'),
  lastName: () => msg('Last name'),
  company: () => msg('Company'),
  title: () => msg('Job title'),
  phone: () => msg('Phone'),
  city: () => msg('City'),
  country: () => msg('Country'),
  website: () => msg('Website'),
  timeZone: () => msg('Time zone'),
  tags: () => msg('Tags'),
} as const;
