import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Check, Findings } from './check.ts';

/** The compiler over everything that runs on Node, and over the widgets, which have decorators and a DOM. */
export const nodeTypes = byCommand('types', 'tsc', ['-p', 'tsconfig.json']);
export const widgetTypes: Check = {
  name: 'types of widgets',
  run: (root) =>
    existsSync(join(root, 'widgets/tsconfig.json'))
      ? runTool(root, 'tsc', ['-p', 'widgets/tsconfig.json', '--noEmit'])
      : { problems: [], skipped: 'widgets/tsconfig.json is not there' },
};

export const lint = byCommand('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
export const format = byCommand('format', 'oxfmt', ['--check']);
export const deadCode = byCommand('dead code', 'knip', ['--no-progress', '--no-config-hints']);

/** What a page loads, against the budgets of the embedding contract. */
export const weight: Check = {
  name: 'weight of widgets',
  async run(root) {
    const { code, output } = await runCommand(process.execPath, ['build.ts', '--only-weigh'], {
      cwd: join(root, 'widgets'),
    });
    return { problems: code === 0 ? [] : [output.trim()] };
  },
};

/** The arrows between rooms. A cruise that saw no module proves nothing, so the number is asserted. */
export const arrows: Check = {
  name: 'arrows',
  async run(root) {
    const sources = globSync('{packages/*,platform,sdk,widgets}/src', { cwd: root });
    const { code, output } = await runCommand(
      join(root, 'node_modules/.bin/depcruise'),
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...sources],
      { cwd: root },
    );
    const cruised = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
    if (code === 0 && cruised === 0)
      return { problems: ['dependency-cruiser saw no module: it cannot read this TypeScript.'] };
    return { problems: code === 0 ? [] : [output.trim()] };
  },
};

function byCommand(name: string, tool: string, args: string[]): Check {
  return { name, run: (root) => runTool(root, tool, args) };
}

async function runTool(root: string, tool: string, args: string[]): Promise<Findings> {
  const { code, output } = await runCommand(join(root, 'node_modules/.bin', tool), args, { cwd: root });
  return { problems: code === 0 ? [] : [output.trim() || `${tool} ended with ${code}`] };
}
