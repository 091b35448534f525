import type { List } from '@tabard/contract/crm/list';
import { ago } from './sample-records.ts';
import { listRecords, type RecordsAsked } from './sample-pages.ts';

const list = (at: number, name: string, more: Partial<List> = {}): List => ({
  id: `lst_${at}`,
  name,
  description: null,
  kind: 'leads',
  leadCount: 0,
  createdAt: ago(90 * (at + 1)),
  updatedAt: ago(60 * (at + 1)),
  archivedAt: null,
  ...more,
});

export const lists: readonly List[] = [
  list(0, 'Fair in Rotterdam', { description: 'Left a card at the booth in May.', leadCount: 214 }),
  list(1, 'Customers', { description: 'They have bought already.', kind: 'exclude', leadCount: 1312 }),
  list(2, 'Second round', { leadCount: 48 }),
];

/** What the platform says of lists. */
export const listAnswers = (empty: boolean | undefined, put: ReadonlySet<string>) => ({
  'lists.list': (input: RecordsAsked) => listRecords(empty ? [] : lists, put, input),
  'lists.get': ({ id }: { id: string }) => lists.find((one) => one.id === id) ?? lists[0],
  'lists.create': (values: object) => ({ ...lists[2], ...values }),
  'lists.update': (values: object) => ({ ...lists[0], ...values }),
});
