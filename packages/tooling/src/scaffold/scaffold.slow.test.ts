import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entryPoints } from '../checks/entry-points.ts';
import { names } from '../checks/names.ts';
import { sizes } from '../checks/sizes.ts';
import { writes } from '../checks/writes.ts';
import { runCommand, type Finished } from '../run-command.ts';
import { scaffoldFeature } from './scaffold-feature.ts';

const root = join(import.meta.dirname, '../../../..');
const copy = mkdtempSync(join(tmpdir(), 'scaffolded-'));
afterAll(() => rmSync(copy, { recursive: true }));

/** The house without its libraries, which are linked; our own packages resolve to the copy. */
function copyHouse(): void {
  const isOurs = (path: string): boolean =>
    !['node_modules', 'dist', '.git', '.tabard', 'screenshots'].includes(basename(path));
  const parts = [
    'packages',
    'platform',
    'sdk',
    'widgets',
    'docs-site',
    '.gitignore',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ];
  for (const part of [...parts, 'examples', 'pnpm-workspace.yaml', '.oxfmtrc.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true, filter: isOurs });
  const rooms = ['contract', 'email', 'embedded', 'testing', 'tooling'].map((name) => `packages/${name}`);
  for (const part of ['.', ...rooms, 'platform', 'sdk', 'widgets'])
    cpSync(join(root, part, 'node_modules'), join(copy, part, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => basename(path) !== '.pnpm',
    });
  symlinkSync(join(root, 'node_modules/.pnpm'), join(copy, 'node_modules/.pnpm'));
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
}

const inCopy = (command: string, ...words: string[]): Promise<Finished> => runCommand(command, words, { cwd: copy });
const compile = (project: string) => inCopy(join(root, 'node_modules/.bin/tsc'), '-p', project, '--noEmit');

/** Existing files that the recipe may enter a noun in. */
const lists = [
  'packages/contract/src/nouns.ts',
  'platform/src/features/index.ts',
  'platform/src/features/router.ts',
  'widgets/test/stories/index.ts',
];

describe('the recipe for a feature', () => {
  it('gives a noun through every layer that compiles, passes the checks of the house, and is entered in four lists', async () => {
    copyHouse();
    const configuration = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as object;
    // The rooms that the noun joins; their tests bring in the rest.
    const include = ['packages/contract/src', 'platform/src/features'];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...configuration, include }));
    const paths = scaffoldFeature(copy, 'sales-note', 'crm');
    expect(paths.filter((path) => readable(join(root, path))).toSorted()).toEqual(lists);
    await inCopy(join(root, 'node_modules/.bin/oxfmt'), ...paths);
    const manifest = await inCopy(process.execPath, 'widgets/wrappers/write-manifest.ts');
    expect(manifest.code, manifest.output).toBe(0);
    for (const [file, part] of [
      ['core/widget-loaders.ts', "import('../crm/sales-note-list/sales-note-list.ts')"],
      ['core/shown-places.ts', "['/sales-notes/{id}', 'sales-note-list', 'record-id']"],
      ['app/widget-pages.ts', "msg('Sales notes')"],
    ] as const)
      expect(readFileSync(join(copy, 'widgets/src', file), 'utf8')).toContain(part);
    expect((await compile('tsconfig.json')).output).toBe('');
    expect((await compile('widgets/tsconfig.json')).output).toBe('');
    for (const check of [entryPoints, names, sizes, writes])
      expect((await check.run(copy)).problems, check.name).toEqual([]);
    expect(() => scaffoldFeature(copy, 'sales-note', 'crm')).toThrow('already there');
  }, 600_000);

  it('writes its migration, after which its tests pass on a real database', async () => {
    const written = await inCopy(process.execPath, 'platform/src/cli/write-migration.ts', 'add-sales-note');
    expect(written.code, written.output).toBe(0);
    const migration = readFileSync(written.output.trim().split('\n').at(-1) ?? '', 'utf8');
    for (const part of ['create table \\"sales_note\\"', 'sales_note_guard', 'sales_note_newest', 'sales_note_by_name'])
      expect(migration).toContain(part);
    const program = join(copy, 'node_modules/vitest/vitest.mjs');
    const tests = await inCopy(process.execPath, program, 'run', '--project=platform', 'crm/sales-note');
    expect(tests.code, tests.output).toBe(0);
    expect(tests.output).toMatch(/2 passed/);
  }, 600_000);

  it('refuses a word that is not a noun of ours, and an area that is not on the list', () => {
    expect(() => scaffoldFeature(copy, 'SalesNote', 'crm')).toThrow('singular, lower case');
    expect(() => scaffoldFeature(copy, 'sales-note', 'sales')).toThrow('is not an area');
  });
});

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
