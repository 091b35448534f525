import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { readPage } from './read-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser places '));
afterAll(() => rmSync(folder, { recursive: true }));

const executable = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
};

describe('findBrowser', () => {
  it('prefers CHROME_PATH to an installed browser', async () => {
    executable('chromium');
    const chosen = executable('my-chrome');
    const found = await findBrowser({ env: { CHROME_PATH: chosen, PATH: folder } });
    expect(found.executablePath).toBe(chosen);
  });

  it('says what to do when CHROME_PATH leads nowhere', async () => {
    await expect(findBrowser({ env: { CHROME_PATH: join(folder, 'nothing') } })).rejects.toThrow('unset it');
  });

  it('finds a browser on the PATH', async () => {
    const path = executable('google-chrome');
    expect((await findBrowser({ env: { PATH: folder } })).executablePath).toBe(path);
  });

  it('prefers the one without windows to others on the PATH', async () => {
    executable('chromium');
    const path = executable('chromium-headless-shell');
    expect((await findBrowser({ env: { PATH: folder } })).executablePath).toBe(path);
  });

  it('says what to do on a machine without any browser', async () => {
    await expect(findBrowser({ env: { PATH: '' }, platform: 'freebsd' })).rejects.toThrow('Install Chrome or Chromium');
  });

  it('finds a browser on this machine that opens a page', async () => {
    expect(await readPage(await findBrowser())).toBe('ready');
  });
});
