import { describe, expect, it } from 'vitest';
import { createProcessPool } from './index.ts';

const program = new URL('fixture/trying-process.ts', import.meta.url);
const pool = () => createProcessPool<{ wanted: string }, string>({ program, memoryMb: 64 });

describe('work in a process', () => {
  it('that asks for more memory at once than a thread can be kept from ends alone, and the next work is done', async () => {
    const { run } = pool();
    await expect(run({ wanted: 'memory' }, 60_000)).rejects.toMatchObject({ name: 'ThreadFailure', reason: 'memory' });
    expect(await run({ wanted: 'after' }, 20_000)).toBe('after');
  });

  it('that never ends is ended in its middle, and work that waits for it is done', async () => {
    const { run } = pool();
    const [stuck, after] = await Promise.allSettled([
      run({ wanted: 'forever' }, 3_000),
      run({ wanted: 'after' }, 20_000),
    ]);
    expect(stuck).toMatchObject({ status: 'rejected', reason: { reason: 'deadline' } });
    expect(after).toMatchObject({ status: 'fulfilled', value: 'after' });
  });

  it('that throws says what, and one that leaves without an answer is no answer', async () => {
    const { run } = pool();
    await expect(run({ wanted: 'throw' }, 20_000)).rejects.toMatchObject({ reason: 'failed', message: 'no' });
    await expect(run({ wanted: 'leave' }, 20_000)).rejects.toMatchObject({ reason: 'failed' });
  });

  it('knows nothing of what this process was told', async () => {
    expect(await pool().run({ wanted: 'secrets' }, 20_000)).not.toMatch(/PATH|DATABASE|SECRET|KEY/);
  });
});
