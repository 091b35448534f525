import type { WrittenFilter } from '@tabard/contract/filters';
import { insertOne, type CallScope } from '#kernel';
import { refreshSegments } from './refresh-segments.ts';
import { segments } from './segment.entity.ts';
import { asksRelated } from './segment.rules.ts';

const story: readonly { name: string; description: string; where: WrittenFilter }[] = [
  {
    name: 'Warm this month',
    description: 'Opened two mails or more and has not answered yet',
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
  },
  {
    name: 'Decision makers',
    description: '',
    where: {
      any: [
        { field: 'title', op: 'contains', value: 'head' },
        { field: 'title', op: 'contains', value: 'director' },
      ],
    },
  },
  {
    name: 'Never written to',
    description: 'For the next campaign',
    where: { all: [{ field: 'status', op: 'is', value: 'new' }] },
  },
];

/** The segments of the demo. */
export async function seedSegments(scope: CallScope): Promise<void> {
  await scope.write(async (writing) => {
    for (const one of story) await insertOne(segments, writing, { ...one, ...kept(one.where) });
  });
  await refreshSegments(scope);
}

/** What callers never see. */
const kept = (where: WrittenFilter) => ({ asksRelated: asksRelated(where) });
