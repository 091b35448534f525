import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './run-command.ts';

/** `npm run pack -- <folder>`: what hosts install, built and packed: one tarball for the SDK, one for the elements' types and wrappers. */
const root = resolve(import.meta.dirname, '../../..');
const [wanted, ...more] = process.argv.slice(2);
if (!wanted || more.length > 0) {
  console.error('Say where the packages go: npm run pack -- <folder>');
  process.exit(1);
}
// A path is meant from where its author stands.
const folder = resolve(process.env.INIT_CWD ?? root, wanted);
mkdirSync(folder, { recursive: true });

for (const [name, script, dist] of [
  ['@tabard/sdk', 'build', 'sdk/dist'],
  ['@tabard/widgets', 'package', 'widgets/dist/package'],
] as const) {
  const built = await runCommand('pnpm', ['--filter', name, 'run', script], { cwd: root });
  if (built.code !== 0) end(`${name} could not be built`, built.output);
  const packed = await runCommand('pnpm', ['pack', '--pack-destination', folder, '--json'], {
    cwd: resolve(root, dist),
  });
  if (packed.code !== 0) end(`${name} could not be packed`, packed.output);
  console.log((JSON.parse(packed.output) as { filename: string }).filename); // pnpm's documented answer
}

function end(what: string, output: string): never {
  console.error(`${what}:\n${output.trim()}`);
  process.exit(1);
}
