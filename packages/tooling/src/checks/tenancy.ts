import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Check } from './check.ts';

/** The catalog audit of a real database, where one is at hand; the tests run it on a fresh one in any case. */
export const tenancy: Check = {
  name: 'tenancy audit',
  async run(root) {
    const main = join(root, 'platform/src/cli/main.ts');
    if (!existsSync(main)) return { problems: [], skipped: 'the command line is not there yet' };
    if (!process.env.DATABASE_URL)
      return { problems: [], skipped: 'no DATABASE_URL; the tests audit a fresh database' };
    const { code, output } = await runCommand(process.execPath, [main, 'tenancy', 'audit'], { cwd: root });
    return { problems: code === 0 ? [] : [output.trim()] };
  },
};
