import { expect, it } from 'vitest';
import { describeTimes, timesOfVitest } from './test-times.ts';

it('adds up rooms, names the slowest files first, and says what one procedure costs', () => {
  const file = (name: string, seconds: number, titles: string[]) => ({
    name: `/house/${name}`,
    startTime: 1000,
    endTime: 1000 + seconds * 1000,
    assertionResults: titles.map((title) => ({ ancestorTitles: [title] })),
  });
  const testResults = [
    file('platform/src/features/crm/lead/lead.test.ts', 2, ['a', 'a']),
    file('platform/src/features/crm/lead/list-leads.test.ts', 1, ['a']),
    file('platform/test/isolation/procedures.test.ts', 4, ['leads.list', 'leads.list', 'leads.get']),
  ];
  expect(
    describeTimes(timesOfVitest(JSON.stringify({ testResults }), '/house'))
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Seconds of each room (files, tests)',
    '     4.0  platform/test/isolation (1, 3)',
    '     3.0  platform/src/features/crm/lead (2, 3)',
    'Seconds of the 3 slowest files (milliseconds a test)',
    '     4.0  platform/test/isolation/procedures.test.ts (1333)',
    '     2.0  platform/src/features/crm/lead/lead.test.ts (1000)',
    '     1.0  platform/src/features/crm/lead/list-leads.test.ts (1000)',
    'Isolation: 2000 ms for each of 2 procedures',
  ]);
});
