import type { CustomField } from '@tabard/contract/crm/custom-field';
import type { Lead } from '@tabard/contract/crm/lead';
import type { SampleOptions } from './sample-client.ts';
import { ago, lead } from './sample-records.ts';

const field = (
  key: string,
  label: string,
  type: CustomField['type'],
  options: CustomField['options'] = [],
): CustomField => ({
  id: `cfd_${key}`,
  noun: 'lead',
  key,
  label,
  type,
  options,
  required: false,
  description: '',
  removal: null,
  position: 0,
  createdAt: ago(9000),
  updatedAt: ago(60),
  archivedAt: null,
});

/** One field of each type, in the order in which they are shown. */
export const customFields: readonly CustomField[] = [
  field('lane', 'First lane', 'text'),
  field('site', 'Portal for carriers', 'url'),
  field('lorries', 'Lorries', 'number'),
  field('renewal', 'Contract ends', 'date'),
  field('cold', 'Cold chain', 'boolean'),
  field('fleet', 'Size of the fleet', 'choice', [
    { id: 'small', label: 'Up to ten lorries', color: 'blue' },
    { id: 'large', label: 'More than ten', color: 'green' },
  ]),
  field('goods', 'Goods', 'choices', [
    { id: 'fruit', label: 'Fruit', color: 'orange' },
    { id: 'steel', label: 'Steel', color: 'grey' },
    { id: 'wood', label: 'Wood', color: null },
  ]),
  field('worth', 'Worth in a year', 'money'),
].map((one, position) => ({ ...one, position }));

/** A value for each of them, and one that nobody defined. */
export const customValues: Lead['custom'] = {
  lane: 'Rotterdam–Venlo',
  site: 'https://carriers.brandt.example/login',
  lorries: 1038.5,
  renewal: '2026-03-29',
  cold: false,
  fleet: 'large',
  goods: ['fruit', 'steel'],
  worth: { amount: 1_250_050, currency: 'EUR' },
  old_score: '7 of 10',
};

/** A workspace with fields of its own and one lead. */
export const withCustomFields = (
  custom: Lead['custom'] = customValues,
  fields: readonly CustomField[] = customFields.toReversed(),
): NonNullable<SampleOptions['answers']> => {
  const one = { ...lead(0), custom };
  return {
    'customFields.list': () => ({ items: fields, nextCursor: null }),
    'leads.list': () => ({ items: [one], nextCursor: null }),
    'leads.get': () => one,
  };
};
