import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

/**
 * Runs `act` while no other process of this machine does so with the same file. A lock whose holder is dead is taken over.
 * Throws what `onTimeout` returns when the holder does not finish in `timeoutMs`.
 */
export async function holdLock<T>(
  file: string,
  act: () => Promise<T>,
  options: { timeoutMs: number; onTimeout: (holder: number) => Error },
): Promise<T> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    // An empty file belongs to somebody between open and write; it gets the time until the next look.
    if (holder > 0 && holder !== process.pid && !isAlive(holder)) await rm(file, { force: true });
    else if (Date.now() > deadline) throw options.onTimeout(holder);
    else await sleep(50);
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}
