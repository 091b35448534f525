import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** `npm run dev`: the product, restarted when its sources change, and the widgets rebuilt when theirs do. Ctrl-C ends both. */
const root = join(import.meta.dirname, '../../..');
const ofPlatform = ['platform/src', 'packages/contract/src', 'packages/email/src', 'packages/embedded/src'];
const ofWidgets = ['widgets/src', 'sdk/src', 'packages/theme/src'];

const product: ChildProcess = spawn(
  process.execPath,
  [
    ...ofPlatform.map((folder) => `--watch-path=${join(root, folder)}`),
    '--watch-preserve-output',
    join(root, 'platform/src/cli/main.ts'),
    'start',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
// Nothing is left to watch for; a build that is under way ends by itself.
product.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => product.kill(signal));

let building = false;
let changedMeanwhile = false;
let pause: NodeJS.Timeout | undefined;
for (const folder of ofWidgets) {
  watch(join(root, folder), { recursive: true }, () => {
    // An editor writes a file in several steps.
    clearTimeout(pause);
    pause = setTimeout(() => void rebuildWidgets(), 100);
  });
}

/** Writes the bundle that the product serves; a change during a build is built afterwards. */
async function rebuildWidgets(): Promise<void> {
  changedMeanwhile = building;
  if (building) return;
  building = true;
  const { code, output, seconds } = await runCommand(process.execPath, ['build.ts', '--no-budgets'], {
    cwd: join(root, 'widgets'),
  });
  building = false;
  console.log(
    code === 0
      ? `Widgets rebuilt in ${seconds.toFixed(1)} s: reload the page.`
      : `The widgets cannot be built:\n${output.trim()}`,
  );
  if (changedMeanwhile) await rebuildWidgets();
}
