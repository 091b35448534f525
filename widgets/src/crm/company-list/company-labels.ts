import { msg } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { MergeableField } from '@tabard/contract/crm/company-words';

/** What the fields of a company are called on screen. */
export const companyLabels = {
  name: () => msg('Name'),
  domains: () => msg('Domains'),
  website: () => msg('Website'),
  industry: () => msg('Industry'),
  size: () => msg('Employees'),
  phone: () => msg('Phone'),
  address: () => msg('Address'),
  city: () => msg('City'),
  region: () => msg('Region'),
  country: () => msg('Country'),
  timeZone: () => msg('Time zone'),
  linkedinUrl: () => msg('LinkedIn'),
  profiles: () => msg('Other profiles'),
  description: () => msg('Description'),
  ownerId: () => msg('Owner'),
  parentId: () => msg('Parent company'),
} as const satisfies Partial<Record<keyof Company, () => string>>;

/** How many people work there, in the reader's digits. */
export const sizeWord = (size: string, number: (value: number) => string): string =>
  size.replaceAll(/\d+/g, (digits) => number(Number(digits))).replace('-', '–');

/** A field's value in words. */
export function valueWord(company: Company, field: MergeableField): string {
  if (field === 'ownerId') return company.ownerName ?? '';
  return field === 'parentId' ? (company.parentName ?? '') : (company[field] ?? '');
}

/** Where it is, in a line. */
export const placeOf = ({ city, country }: Pick<Company, 'city' | 'country'>): string =>
  [city, country].filter(Boolean).join(', ');
