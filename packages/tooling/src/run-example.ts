import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runCommand } from './run-command.ts';

/** `npm run example -- <name>`: one of the example hosts beside a product that runs, built first where it has to be. */
const root = resolve(import.meta.dirname, '../../..');
const examples = globSync('examples/*/server.ts', { cwd: root }).map((path) => dirname(path).replace('examples/', ''));
const [name = ''] = process.argv.slice(2);
if (!examples.includes(name)) {
  console.error(`Say which: npm run example -- ${examples.toSorted().join(' | ')}`);
  process.exit(1);
}
const folder = join(root, 'examples', name);
const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { build?: string } };
if (scripts.build && !existsSync(join(folder, 'dist'))) {
  const { code, output } = await runCommand('pnpm', ['run', 'build'], { cwd: folder });
  if (code !== 0) {
    console.error(output.trim());
    process.exit(1);
  }
}
process.chdir(folder);
await import(join(folder, 'server.ts'));
