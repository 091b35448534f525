import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `pnpm dev`: the product, restarted when its sources change, and the widgets rebuilt beside it. Ctrl-C ends both. */
const root = join(import.meta.dirname, '../../..');
const main = join(root, 'platform/src/cli/main.ts');
const watched = [
  'platform/src',
  'packages/contract/src',
  'packages/email/src',
  'packages/theme/src',
  'packages/embedded/src',
];

const children: ChildProcess[] = [
  run(process.execPath, [
    ...watched.map((folder) => `--watch-path=${join(root, folder)}`),
    '--watch-preserve-output',
    main,
    'start',
    ...process.argv.slice(2),
  ]),
];
if (hasScript('widgets', 'dev')) children.push(run('pnpm', ['--filter', '@tabard/widgets', 'run', 'dev']));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAll(signal));
for (const child of children) {
  // One without the other is not what was asked for.
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0;
    stopAll('SIGTERM');
  });
}

function run(command: string, args: string[]): ChildProcess {
  return spawn(command, args, { cwd: root, stdio: 'inherit' });
}

function stopAll(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}

function hasScript(member: string, script: string): boolean {
  const manifest = join(root, member, 'package.json');
  if (!existsSync(manifest)) return false;
  // Our own manifests: an object with scripts or without.
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, string> };
  return Boolean(scripts?.[script]);
}
