import { describe, expect, it } from 'vitest';
import type { Ran } from './run-vitest.ts';
import { tryAgain } from './second-try.ts';

const counts = (passed: number, failed = 0): Ran['counts'] => ({ passed, failed, skipped: 0 });
const ended = (of: Ran['counts'], ...failed: Ran['failed']): Ran => ({ counts: of, times: [], failed });

describe('a second try', () => {
  it('counts what failed once as what it is the second time, and names the file', async () => {
    const asked: (readonly string[])[] = [];
    const again = async (files: readonly string[]): Promise<Ran> => {
      asked.push(files);
      return ended(counts(8));
    };
    const first = { ...ended(counts(99, 1), { file: 'a.test.ts', counts: counts(7, 1) }), again };
    expect(await tryAgain([ended(counts(5)), first])).toEqual({ counts: counts(105), unsteady: ['a.test.ts'] });
    expect(asked).toEqual([['a.test.ts']]);
  });

  it('leaves red what is red twice', async () => {
    const failed = { file: 'a.test.ts', counts: counts(7, 1) };
    const first = { ...ended(counts(99, 1), failed), again: async () => ended(counts(7, 1), failed) };
    expect(await tryAgain([first])).toEqual({ counts: counts(99, 1), unsteady: [] });
  });

  it('leaves a runner that broke red: a failure without a file is not run again', async () => {
    const again = () => Promise.reject(new Error('It was run again.'));
    const broken = { ...ended(counts(99, 2), { file: 'a.test.ts', counts: counts(7, 1) }), again };
    expect(await tryAgain([broken])).toEqual({ counts: counts(99, 2), unsteady: [] });
  });

  it('does not run many failures again', async () => {
    const again = () => Promise.reject(new Error('It was run again.'));
    const failed = Array.from({ length: 6 }, (_, at) => ({ file: `${at}.test.ts`, counts: counts(0, 1) }));
    expect(await tryAgain([{ ...ended(counts(0, 6), ...failed), again }])).toEqual({
      counts: counts(0, 6),
      unsteady: [],
    });
  });
});
