import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Check } from './check.ts';

/** What is published, as a stranger's bundler and compiler see it: the packed archive, judged by publint and attw. */
export function publishable(folder: string): Check {
  return {
    name: `package ${folder}`,
    async run(root, changed) {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        scripts?: { build?: string };
      };
      if (!manifest.scripts?.build) return { problems: [], skipped: 'it has no build script yet' };
      if (changed && ![...changed].some((path) => path.startsWith(`${folder}/`)))
        return { problems: [], skipped: 'nothing of it changed' };
      if (!existsSync(join(root, folder, 'dist')))
        return { problems: [], skipped: 'not built: run "npm run build" first' };
      const place = mkdtempSync(join(tmpdir(), 'packed-'));
      try {
        return { problems: await judgePacked(root, folder, place) };
      } finally {
        rmSync(place, { recursive: true });
      }
    },
  };
}

async function judgePacked(root: string, folder: string, place: string): Promise<string[]> {
  const packed = await runCommand('pnpm', ['pack', '--pack-destination', place], { cwd: join(root, folder) });
  const archive = readdirSync(place).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) return [packed.output.trim()];
  const bin = join(root, 'node_modules/.bin');
  const tools: [string, string[]][] = [
    ['publint', ['run', join(place, archive), '--strict']],
    ['attw', [join(place, archive), '--profile', 'esm-only', '--no-emoji', '--no-color']],
  ];
  const problems: string[] = [];
  for (const [tool, args] of tools) {
    const { code, output } = await runCommand(join(bin, tool), args, { cwd: root });
    if (code !== 0) problems.push(output.trim());
  }
  return problems;
}
