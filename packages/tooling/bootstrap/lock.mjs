import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beat = 2_000;
const silence = 20_000;

/**
 * Runs `work` while no other process on this checkout does, and waits for one that does.
 * The holder touches the file every two seconds: a lock whose holder was killed, also in another container, is taken over.
 * @template T
 * @param {string} file
 * @param {(text: string) => void} say tells the user what is waited for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${hostname()}`;
  while (!claim(file, mine)) {
    const holder = read(file);
    if (isStale(file, holder)) {
      rmSync(file, { force: true });
      // Two may take over at once: whoever finds its own name in the file a moment later has it.
    } else if (holder) {
      say(`Another command is installing (process ${holder.split(' ')[0]}): waiting for it.`);
    }
    await sleep(200);
  }
  await sleep(20);
  if (read(file) !== mine) return withLock(file, say, work);
  const heart = setInterval(() => utimesSync(file, new Date(), new Date()), beat);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    rmSync(file, { force: true });
  }
}

function claim(file, mine) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, mine);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isStale(file, holder) {
  const [pid, host] = holder.split(' ');
  try {
    if (Date.now() - statSync(file).mtimeMs > silence) return true;
    if (host !== hostname()) return false;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
