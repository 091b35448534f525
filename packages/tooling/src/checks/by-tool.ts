import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Check, Findings } from './check.ts';
import { isCode } from './source-files.ts';

/** The compiler over everything that runs on Node, and over the widgets, which have decorators and a DOM. It remembers what it has checked. */
export const nodeTypes = compile('types', 'tsconfig.json');
export const widgetTypes = compile('types of widgets', 'widgets/tsconfig.json');

export const lint = byFile('lint', 'oxlint', ['--type-aware', '--deny-warnings'], isCode);
export const format = byFile('format', 'oxfmt', ['--check', '--no-error-on-unmatched-pattern']);
export const deadCode = byCommand('dead code', 'knip', ['--no-progress', '--no-config-hints']);

/** What a page loads, against the budgets of the embedding contract. */
export const bundleSize: Check = {
  name: 'bundle size',
  async run(root, changed) {
    if (changed && ![...changed].some((path) => /^(?:widgets|sdk|packages\/(?:contract|theme))\//.test(path)))
      return { problems: [], skipped: 'nothing of it changed' };
    const { code, output } = await runCommand(process.execPath, ['build.ts', '--only-sizes'], {
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

function compile(name: string, project: string): Check {
  const memory = `.tabard/checked/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return byCommand(name, 'tsc', ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', memory]);
}

/** A tool that judges one file at a time. */
function byFile(name: string, tool: string, args: string[], wanted: (path: string) => boolean = () => true): Check {
  return {
    name,
    async run(root, changed) {
      const files = changed && [...changed].filter((path) => wanted(path) && existsSync(join(root, path)));
      if (files?.length === 0) return { problems: [], skipped: 'nothing of it changed' };
      return runTool(root, tool, [...args, ...(files ?? [])]);
    },
  };
}

async function runTool(root: string, tool: string, args: string[]): Promise<Findings> {
  const { code, output } = await runCommand(join(root, 'node_modules/.bin', tool), args, { cwd: root });
  return { problems: code === 0 ? [] : [output.trim() || `${tool} ended with ${code}`] };
}
