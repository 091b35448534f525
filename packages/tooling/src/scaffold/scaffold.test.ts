import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { doors } from '../checks/doors.ts';
import { names } from '../checks/names.ts';
import { runCommand } from '../run-command.ts';
import { stampFeature } from './stamp-feature.ts';
import { stampWidget } from './stamp-widget.ts';

const root = join(import.meta.dirname, '../../../..');
const copy = mkdtempSync(join(tmpdir(), 'stamped-'));
afterAll(() => rmSync(copy, { recursive: true }));

/** The house without its libraries, which are linked; our own packages resolve to the copy. */
function copyHouse(): void {
  const isOurs = (path: string): boolean => !['node_modules', 'dist', '.git', '.tabard'].includes(basename(path));
  for (const part of ['packages', 'platform', 'sdk', 'widgets', 'docs-site', '.gitignore', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true, filter: isOurs });
  }
  for (const part of ['.', 'packages/contract', 'packages/email', 'packages/embedded', 'platform', 'sdk', 'widgets']) {
    cpSync(join(root, part, 'node_modules'), join(copy, part, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => basename(path) !== '.pnpm',
    });
  }
  symlinkSync(join(root, 'node_modules/.pnpm'), join(copy, 'node_modules/.pnpm'));
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
}

describe('the stamps', () => {
  it('gives a slice through every layer that compiles and passes the checks of the house', async () => {
    copyHouse();
    const configuration = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as object;
    // The rooms that the slice joins; their tests bring in the rest.
    const include = ['packages/contract/src', 'platform/src/features'];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...configuration, include }));
    const compile = () => runCommand(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], { cwd: copy });
    // Compared with before: what another room is in the middle of is not the slice's failure.
    const before = { doors: (await doors.run(copy)).problems, types: (await compile()).output };
    const paths = stampFeature(copy, 'sales-note', 'crm');
    expect(paths).toContain('platform/src/features/crm/sales-note/sales-note.router.ts');
    expect((await compile()).output).toBe(before.types);
    expect((await doors.run(copy)).problems).toEqual(before.doors);
    expect((await names.run(copy)).problems).toEqual([]);
    expect(() => stampFeature(copy, 'sales-note', 'crm')).toThrow('already there');
  }, 120_000);

  it('gives an element to a noun that compiles, is on every list, and passes the checks of the house', async () => {
    const compile = () =>
      runCommand(join(root, 'node_modules/.bin/tsc'), ['-p', 'widgets/tsconfig.json', '--noEmit'], { cwd: copy });
    expect(() => stampWidget(copy, 'sales-memo', 'crm')).toThrow('pnpm new feature sales-memo');
    const before = { types: (await compile()).output, doors: (await doors.run(copy)).problems };
    const paths = stampWidget(copy, 'sales-note', 'crm');
    expect(paths).toContain('widgets/src/crm/sales-note/sales-note.ts');
    expect((await compile()).output).toBe(before.types);
    expect((await doors.run(copy)).problems).toEqual(before.doors);
    expect((await names.run(copy)).problems).toEqual([]);
    expect(() => stampWidget(copy, 'sales-note', 'crm')).toThrow('already there');
  }, 120_000);

  it('refuses a word that is not a noun of ours, and an area that is not on the list', () => {
    expect(() => stampFeature(copy, 'SalesNote', 'crm')).toThrow('singular, lower case');
    expect(() => stampFeature(copy, 'sales-note', 'sales')).toThrow('is not an area');
  });
});
