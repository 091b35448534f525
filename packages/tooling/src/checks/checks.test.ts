import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import { entryPoints } from './entry-points.ts';
import { leaks } from './leaks.ts';
import { names } from './names.ts';
import { sizes } from './sizes.ts';
import { whiteLabel } from './white-label.ts';
import { writes } from './writes.ts';

const planted: string[] = [];
afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true });
});

/** What a check finds in a checkout of just these files. */
async function findings(check: Check, files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  planted.push(root);
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await check.run(root)).problems;
}

const lines = (count: number): string => '// line\n'.repeat(count);

describe('sizes', () => {
  it('refuses a file of more than 300 lines and takes one of 300', async () => {
    expect(await findings(sizes, { 'sdk/src/a.ts': lines(301), 'sdk/src/b.ts': lines(300) })).toEqual([
      expect.stringContaining('sdk/src/a.ts: 301 lines'),
    ]);
  });
});

describe('writes', () => {
  const deal = "export const DealSchema = defineEntity({ tableName: 'deal' });";
  const at = (room: string, sql: string) => ({
    'platform/src/features/crm/deal/deal.entity.ts': deal,
    [`platform/src/features/${room}/act.ts`]: `await sql(\`${sql}\`);`,
  });
  const about = async (files: Record<string, string>) =>
    (await findings(writes, files)).filter((problem) => problem.startsWith('platform/'));

  it.each(['insert into deal (id) values (1)', 'update deal\n set id = 1', 'delete from "deal" where true'])(
    'refuses another room: %s',
    async (sql) => {
      expect(await about(at('inbox/conversation', sql))).toEqual([
        expect.stringContaining('"deal", which is crm/deal'),
      ]);
      expect(await about(at('crm/deal', sql))).toEqual([]);
    },
  );

  it('refuses an exception that is no longer needed', async () => {
    expect(await findings(writes, at('crm/deal', 'select 1'))).toContainEqual(
      expect.stringContaining('no longer needed'),
    );
  });
});

describe('names', () => {
  it.each([
    'platform/src/utils/x.ts',
    'sdk/src/lead-helper.ts',
    'widgets/src/common.ts',
    'docs/misc/a.md',
    'sdk/src/new-lead.ts',
  ])('refuses the empty word in %s', async (path) => expect(await findings(names, { [path]: '' })).toHaveLength(1));

  it('refuses a role that is not on the list and a name that is not kebab-case', async () => {
    expect(await findings(names, { 'sdk/src/lead.service.ts': '', 'sdk/src/leadList.ts': '' })).toHaveLength(2);
  });

  it('takes what the house is made of', async () => {
    const paths = ['lead.entity.ts', 'pause-campaign.ts', 'pause-campaign.test.ts', 'news.ts', 'lead-table.styles.ts'];
    expect(
      await findings(names, Object.fromEntries(paths.map((path) => [`platform/src/${path}`, '']))).then(String),
    ).toBe('');
  });
});

describe('entry points', () => {
  it('refuses a star', async () => {
    expect(await findings(entryPoints, { 'sdk/src/index.ts': "export * from './a.ts';\n" })).toHaveLength(1);
  });

  it('refuses logic in an entry point, and takes exports, types and the manifest of a feature', async () => {
    expect(await findings(entryPoints, { 'sdk/src/index.ts': 'export const answer = compute();\n' })).toHaveLength(1);
    const manifest =
      "import { a } from './a.ts';\nexport const f = defineFeature({ name: 'a' });\nexport { a };\nexport type B = 1;\n";
    expect(await findings(entryPoints, { 'platform/src/features/crm/lead/index.ts': manifest })).toEqual([]);
  });

  it('refuses to reach past an entry point, in value, type, re-export and dynamic imports', async () => {
    const reach = [
      "import { a } from '../kernel/inside.ts';",
      "import type { b } from '../kernel/inside.ts';",
      "export { c } from '../kernel/inside.ts';",
      "await import('../kernel/inside.ts');",
      "import { d } from '../kernel/index.ts';",
    ].join('\n');
    const files = {
      'platform/src/kernel/index.ts': '',
      'platform/src/kernel/inside.ts': '',
      'platform/src/http/serve.ts': reach,
    };
    expect(await findings(entryPoints, files)).toHaveLength(4);
  });

  it('lets the entry point around a room offer what is in it', async () => {
    const files = {
      'packages/email/src/index.ts': "export { a } from './address/parse-address.ts';\n",
      'packages/email/src/address/index.ts': "export { a } from './parse-address.ts';\n",
      'packages/email/src/address/parse-address.ts': '',
    };
    expect(await findings(entryPoints, files)).toEqual([]);
  });

  it('refuses a feature that uses one below it in the list, and takes one above', async () => {
    const list =
      "import { a } from './crm/lead/index.ts';\nimport { b } from './outreach/campaign/index.ts';\nexport const features = [a, b];\n";
    const files = {
      'platform/src/features/index.ts': list,
      'platform/src/features/crm/lead/import-lead.ts': "import { x } from '#features/outreach/campaign';\n",
      'platform/src/features/outreach/campaign/launch-campaign.ts': "import { y } from '#features/crm/lead';\n",
    };
    const problems = await findings(entryPoints, files);
    expect(problems).toEqual([expect.stringContaining('import-lead.ts:1: outreach/campaign')]);
  });
});

describe('white label', () => {
  it('refuses the name in a string or template that can be seen', async () => {
    const text = "const a = 'X-Tabard-Id';\nconst b = `<tabard-inbox>${a}`;\n";
    expect(await findings(whiteLabel, { 'widgets/src/core/draw.ts': text })).toHaveLength(2);
  });

  it('takes names of packages, comments and a line with its reason', async () => {
    const text =
      "import { x } from '@tabard/sdk';\n// Tabard\n// white-label: a role in the database, never shown\nconst role = 'tabard_runtime';\n";
    expect(await findings(whiteLabel, { 'platform/src/http/serve.ts': text })).toEqual([]);
  });

  it('does not take a reason that says nothing', async () => {
    const text = "// white-label: ok\nconst role = 'tabard_runtime';\n";
    expect(await findings(whiteLabel, { 'platform/src/http/serve.ts': text })).toHaveLength(1);
  });
});

describe('leaks', () => {
  // In two parts, so that this file itself holds nothing of the kind.
  it.each([
    ['a path of one machine', ['const a = "/', 'home/ann/project/x"']],
    ['an access key', ['AKIA', 'ABCDEFGHIJKLMNOP']],
    ['a registry', ['https://registry.', 'npmjs.org/x']],
    ['a private key', ['-----BEGIN ', 'PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0']],
  ])('refuses %s', async (_what, parts) =>
    expect(await findings(leaks, { 'docs/a.md': parts.join('') })).toHaveLength(1),
  );

  it('takes addresses of the web and relative paths', async () => {
    expect(await findings(leaks, { 'a.md': 'https://example.com/home/ann/x and ./home/a/b' })).toEqual([]);
  });
});
