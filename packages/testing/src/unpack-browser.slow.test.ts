import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { readPage } from './read-page.ts';
import { unpackBrowser } from './unpack-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser places '));
afterAll(() => rmSync(folder, { recursive: true }));

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'brings a browser that opens a page where none is installed, with its own libraries',
  async () => {
    const shipped = () => unpackBrowser(join(folder, 'cache with space'));
    const found = await findBrowser({ env: { PATH: '' }, places: [], shipped });
    expect(await readPage(found)).toBe('ready');
    expect(await unpackBrowser(join(folder, 'cache with space'))).toBe(found.executablePath);
  },
);
