import { eventPayloads } from '@tabard/contract';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { nounOf } from '../../sdk/build/read-meanings.ts';
import { appRouter } from '../../platform/src/features/index.ts';
import { proceduresOf } from '../../platform/src/kernel/index.ts';
import { tableOf } from '../describe-fields.ts';

const procedures = proceduresOf(appRouter);
const known = new Map(procedures.map((one) => [one.name, one]));

/** The fields of a table whose last column, what each is, is empty. */
const unexplained = (table: string): string[] =>
  [...table.matchAll(/^\| `(.+?)` \|.*\|\s*\|$/gm)].map(([, field = '']) => field);

/** The words in front of a field's meaning. */
const meanings = (table: string): Map<string, string> =>
  new Map([...table.matchAll(/^\| `(.+?)` \|.*\| (.+?) \|$/gm)].map(([, field = '', words = '']) => [field, words]));

describe('the reference of the API', () => {
  it.each(procedures)('says what each field of $name is', ({ name, inputs, output }) => {
    const noun = nounOf(name.split('.')[0] ?? '');
    expect(unexplained(tableOf('Input', noun, inputs[0], 'input'))).toEqual([]);
    expect(unexplained(tableOf('Answer', noun, output, 'output'))).toEqual([]);
  });

  it.each(Object.entries(eventPayloads))('says what each field of the event %s is', (_, payload) => {
    expect(unexplained(tableOf('Data', 'event', payload, 'output'))).toEqual([]);
  });

  it('tells fields of one name apart by the object they are in', () => {
    const of = (path: string, schema: z.ZodType | undefined, io: 'input' | 'output') =>
      meanings(tableOf('Fields', nounOf(path.split('.')[0] ?? ''), schema, io));
    const answerOf = (path: string) => of(path, known.get(path)?.output, 'output');
    const inputOf = (path: string) => of(path, known.get(path)?.inputs[0], 'input');
    const conversation = answerOf('conversations.get');
    const names = ['lead.name', 'campaign.name', 'messages[].attachments[].name', 'counterpart.name'];
    expect(new Set(names.map((name) => conversation.get(name))).size).toBe(names.length);
    expect(answerOf('campaigns.get').get('counts')).not.toBe(answerOf('analytics.campaigns').get('campaigns[].counts'));
    expect(answerOf('campaigns.count').get('count')).not.toBe(answerOf('campaigns.archive').get('count'));
    const campaigns = ['analytics.overview', 'analytics.steps', 'enrollments.list', 'deliveries.list'];
    expect(new Set(campaigns.map((path) => inputOf(path).get('campaignId'))).size).toBe(campaigns.length);
    // What a filter or an input says of an id is not said of the id in an answer.
    expect(answerOf('workspaces.list').get('items[].organizationId')).toContain('org_');
  });
});
