import { describe, expect, it } from 'vitest';
import { createThreadPool } from './index.ts';

const program = new URL('fixture/trying-thread.ts', import.meta.url);
const pool = (size = 1) => createThreadPool<string, string>({ program, size, memoryMb: 48 });

describe('work in a thread', () => {
  it('is answered, one question after the other, by the same thread', async () => {
    const { run } = pool();
    const answers = await Promise.all([run('one', 10_000), run('two', 10_000), run('three', 10_000)]);
    expect(answers).toEqual(['one 1', 'two 2', 'three 3']);
  });

  it('that never ends is ended in its middle, the loop that asked goes on meanwhile, and the next work is done', async () => {
    const { run } = pool();
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 5);
    await expect(run('forever', 300)).rejects.toMatchObject({ name: 'ThreadFailure', reason: 'deadline' });
    clearInterval(beat);
    expect(turns).toBeGreaterThan(10);
    expect(await run('after', 10_000)).toBe('after 1');
  });

  it('that wants more memory than it may have ends alone', async () => {
    const { run } = pool();
    await expect(run('memory', 30_000)).rejects.toMatchObject({ reason: 'memory' });
    expect(await run('after', 10_000)).toBe('after 1');
  });

  it('that throws says what, and the thread is good for more', async () => {
    const { run } = pool();
    await expect(run('throw', 10_000)).rejects.toMatchObject({ reason: 'failed', message: 'no' });
    expect(await run('after', 10_000)).toBe('after 2');
  });

  it('does not hold up other work while there is a free thread', async () => {
    const { run } = pool(2);
    const stuck = run('forever', 3_000).catch((error: unknown) => error);
    expect(await run('other', 10_000)).toBe('other 1');
    expect(await stuck).toMatchObject({ reason: 'deadline' });
  });
});
