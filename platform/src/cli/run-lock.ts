import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command.ts';

const fileOf = (home: string): string => join(home, 'run.pid');

/** The port of the API that runs from a home folder right now; `null` when none does. */
export async function runningPort(home: string): Promise<number | null> {
  const [pid = '', birth, port] = (await readFile(fileOf(home), 'utf8').catch(() => '')).split(' ');
  return port && isAlive(Number(pid), birth) ? Number(port) : null;
}

/**
 * Makes sure that one home folder is started once, and notes the port. Gives what ends the claim, and whether an earlier run was cut
 * off.
 */
export async function claimHome(home: string, port: number): Promise<{ release(): Promise<void>; wasCutOff: boolean }> {
  const file = fileOf(home);
  let wasCutOff = false;
  for (;;) {
    try {
      await mkdir(home, { recursive: true });
      const handle = await open(file, 'wx');
      await handle.write(`${process.pid} ${birthOf(process.pid)} ${port}`);
      await handle.close();
      return { wasCutOff, release: () => rm(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) || error.code !== 'EEXIST')
        throw new CommandError(
          `Nothing can be written to ${home}: make the folder writable, or name another one with TABARD_HOME.`,
          { cause: error },
        );
      const [pid = '', birth] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
      if (Number(pid) !== process.pid && isAlive(Number(pid), birth))
        throw new CommandError(
          `It is already running from ${home} (process ${pid}): use that one, or stop it with Ctrl-C first.`,
        );
      // Whoever wrote this is gone without tidying up.
      wasCutOff = true;
      await rm(file, { force: true });
    }
  }
}

/** Whether a process is there, and is the one that was born then: after a restart its number can be anybody's. */
function isAlive(pid: number, birth: string | undefined): boolean {
  if (!pid) return false;
  if (birth && existsSync('/proc/self/stat')) return birthOf(pid) === birth;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process was born, in ticks since the machine started; empty when it is gone, or the system does not tell. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold anything; the state comes after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
