import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command.ts';

/** Makes sure that one home folder is started once. Gives what ends the claim, and whether an earlier run was cut off. */
export async function claimHome(home: string): Promise<{ release(): Promise<void>; wasCutOff: boolean }> {
  const file = join(home, 'run.pid');
  let wasCutOff = false;
  for (;;) {
    try {
      await mkdir(home, { recursive: true });
      const handle = await open(file, 'wx');
      await handle.write(String(process.pid));
      await handle.close();
      return { wasCutOff, release: () => rm(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) || error.code !== 'EEXIST')
        throw new CommandError(
          `Nothing can be written to ${home}: make the folder writable, or name another one with TABARD_HOME.`,
          { cause: error },
        );
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid && pid !== process.pid && isAlive(pid))
        throw new CommandError(
          `It is already running from ${home} (process ${pid}): use that one, or stop it with Ctrl-C first.`,
        );
      // Whoever wrote this is gone without tidying up.
      wasCutOff = true;
      await rm(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
