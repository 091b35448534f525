import type { LeadFilter } from '@tabard/contract';
import type { Tag } from '@tabard/contract/crm/tag';
import { ago } from './sample-records.ts';
import { listRecords, type RecordsAsked } from './sample-pages.ts';

const tag = (at: number, name: string, more: Partial<Tag> = {}): Tag => ({
  id: `tag_${at}`,
  name,
  color: null,
  category: null,
  leadCount: 0,
  change: null,
  createdAt: ago(90 * (at + 1)),
  updatedAt: ago(60 * (at + 1)),
  archivedAt: null,
  ...more,
});

export const tags: readonly Tag[] = [
  tag(0, 'broker', { color: 'teal', category: 'Trade', leadCount: 1840 }),
  tag(1, 'fleet', { color: 'violet', category: 'Trade', leadCount: 312 }),
  tag(2, 'freight', { color: 'green', leadCount: 96 }),
  tag(3, 'north', {
    color: 'orange',
    category: 'Region',
    leadCount: 42_180,
    change: { kind: 'rename', done: 18_000, total: 42_180 },
  }),
  tag(4, 'Rotterdam', { color: 'red', leadCount: 60 }),
  tag(5, 'seen at a fair', {}),
];

/** What the platform says of tags. */
export const tagAnswers = (empty: boolean | undefined, put: ReadonlySet<string>) => ({
  'tags.list': ({ where, ...input }: RecordsAsked & { where?: { field: string }; filter?: LeadFilter }) =>
    listRecords(
      empty ? [] : tags.filter((one) => !where || one[where.field as 'color' | 'category'] !== null),
      put,
      input,
    ),
  'tags.get': ({ id }: { id: string }) => tags.find((one) => one.id === id) ?? tags[0],
  'tags.create': (values: object) => ({ ...tags[5], ...values }),
  'tags.update': (values: object) => ({ ...tags[0], ...values }),
  'tags.merge': () => tags[1],
  'tags.remove': ({ id }: { id: string }) => ({ id }),
});
