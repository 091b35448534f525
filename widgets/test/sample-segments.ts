import type { Segment } from '@tabard/contract/crm/segment';
import { ago } from './sample-records.ts';

const segment = (at: number, more: Partial<Segment>): Segment => ({
  id: `seg_${at}`,
  name: '',
  description: '',
  where: { all: [{ field: 'status', op: 'is', value: 'new' }] },
  shared: true,
  ownerName: 'Mara Lindqvist',
  state: 'ready',
  leadCount: 0,
  countedAt: ago(at * 190 + 4),
  createdAt: ago(60_000),
  updatedAt: ago(at * 60),
  archivedAt: null,
  ...more,
});

/** Segments in each of their states. */
export const sampleSegments: readonly Segment[] = [
  segment(0, {
    name: 'Warm this month',
    description: 'Opened two mails or more and has not answered yet',
    leadCount: 412,
    where: {
      all: [
        {
          relation: 'mailEvents',
          quantifier: 'at_least',
          count: 2,
          where: {
            all: [
              { field: 'type', op: 'is', value: 'opened' },
              { field: 'at', op: 'in_last', value: { count: 30, unit: 'day' } },
            ],
          },
        },
        { field: 'status', op: 'is_not', value: 'replied' },
      ],
    },
  }),
  segment(1, { name: 'Decision makers', leadCount: 18_204, ownerName: null }),
  segment(2, { name: 'My hunches', shared: false, leadCount: 37 }),
  segment(3, { name: 'Large fleets', state: 'broken', leadCount: null }),
  segment(4, {
    name: 'Never written to',
    description: 'For the next campaign',
    state: 'building',
    leadCount: null,
    countedAt: null,
  }),
];
