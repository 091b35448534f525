import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processEnvironment } from '@tabard/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePackages, ensureWidgetBundle } from '../cli/widget-bundle.ts';
import { platformParts } from '../start-platform.ts';
import { runTraceCheck, showReport } from './index.ts';
import { surfaces } from './run-trace-check.ts';

/** The browser looks at some fifty pages; on a busy machine that takes minutes. */
const patience = { timeout: 900_000 };
/** The logins of the tests' shared server belong to it. */
const secret = { SECRET_KEY: 'a secret of tests that is long enough' };
const silent = () => undefined;
const signal = new AbortController().signal;
let folder: string;
let embedRoot: string;
let packages: string[];
beforeAll(async () => {
  Object.assign(process.env, secret);
  folder = await mkdtemp(join(tmpdir(), 'trace-test-'));
  embedRoot = await ensureWidgetBundle(silent);
  packages = await ensurePackages(silent);
}, 300_000);
afterAll(async () => {
  delete process.env['SECRET_KEY'];
  await rm(folder, { recursive: true, force: true });
});

it(
  'nobody who looks at an agency’s pages, mails or answers sees the product’s name or another agency’s brand',
  patience,
  async () => {
    const reports = await runTraceCheck({ embedRoot, parts: platformParts, packages, signal });
    const said = showReport(reports);
    expect(said, said).toMatch(/\n0 traces$/);
    expect(reports.map(({ surface }) => surface)).toEqual(['setting up', ...Object.keys(surfaces)]);
  },
);

it('whoever interrupts the check finds nothing of it left', patience, async () => {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  const program = join(import.meta.dirname, '../cli/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'trace', 'check'], {
    env: { ...processEnvironment(), ...secret, DATABASE_URL: process.env['TEST_POSTGRES_URL'], TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (words += part.toString()));
  const ended = once(child, 'exit');
  await expect.poll(() => words, { timeout: 300_000 }).toContain('Looking at pages');
  child.kill('SIGINT');
  expect(await ended).toEqual([1, null]);
  expect(words).toMatch(/Interrupted: everything that was started is stopped\.\n$/);
  expect(await readdir(temporary)).toEqual([]);
});
