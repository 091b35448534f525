import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('every TypeScript snippet of the documentation type-checks', async () => {
  const pages = await readdir(join(root, 'docs-site/src/content/docs'), { recursive: true, withFileTypes: true });
  const sources = [
    join(root, 'README.md'),
    ...pages.filter((page) => page.name.endsWith('.md')).map((page) => join(page.parentPath, page.name)),
  ];
  // Inside the package, so that imports are found as the documentation's readers would find them.
  const folder = await mkdtemp(join(root, 'docs-site/.snippets-'));
  try {
    let count = 0;
    for (const source of sources)
      for (const [, code = ''] of (await readFile(source, 'utf8').catch(() => '')).matchAll(/^```ts\n([\s\S]*?)^```/gm))
        await writeFile(join(folder, `${(count += 1)}.ts`), `${code}\nexport {};\n`);
    expect(count).toBeGreaterThan(0);
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
    );
    await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch((error: { stdout: string }) =>
      expect.fail(error.stdout),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);
