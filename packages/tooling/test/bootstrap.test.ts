import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isNewEnough, nodePackageFor, pnpmVersion } from '../bootstrap/toolchain.mjs';
import { explainFailure } from '../bootstrap/refusal.mjs';

const tooling = join(import.meta.dirname, '..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small checkout with one command, `tabard`, under a path with spaces; its pnpm is a script that notes each call. */
function checkout(program: string, pnpm = 'mkdir -p node_modules\n'): string {
  const root = join(mkdtempSync(join(tmpdir(), 'boot ')), 'a checkout');
  made.push(dirname(root));
  cpSync(join(tooling, 'bootstrap'), join(root, 'packages/tooling/bootstrap'), { recursive: true });
  cpSync(join(tooling, 'bootstrap.mjs'), join(root, 'packages/tooling/bootstrap.mjs'));
  const files = {
    'platform/src/cli/main.ts': program,
    'package.json': '{ "private": true, "type": "module" }',
    'pnpm-lock.yaml': 'one',
    'bin/pnpm': `#!/bin/sh\nif [ "$1" = --version ]; then echo ${pnpmVersion}; exit; fi\necho called >> calls\n${pnpm}`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: 0o755 });
  }
  return root;
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function boot(root: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const path = [join(root, 'bin'), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, [join(root, 'packages/tooling/bootstrap.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root, PATH: path, ...env },
  });
  const seen = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (seen.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (seen.err += text));
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...seen }));
  return { child, seen, ended };
}

const calls = (root: string): number =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n').length : 0;

describe('bootstrap', () => {
  it('hands over words, exit code and the way of the user, and installs once for one lock file', async () => {
    const root = checkout('console.log(JSON.stringify(process.argv.slice(2)), process.cwd()); process.exitCode = 7;');
    const first = await boot(root, ['tabard', 'mail', 'a b']).ended;
    expect(first).toMatchObject({ code: 7, out: `["mail","a b"] ${root}\n` });
    await boot(root, ['tabard']).ended;
    expect(calls(root)).toBe(1);
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'two');
    await boot(root, ['tabard']).ended;
    expect(calls(root)).toBe(2);
  });

  it('does an install that did not finish again', async () => {
    const root = checkout('', 'mkdir -p node_modules\n[ -f second ] || { touch second; exit 1; }\n');
    expect((await boot(root, ['tabard']).ended).code).toBe(1);
    expect((await boot(root, ['tabard']).ended).code).toBe(0);
    expect(calls(root)).toBe(2);
  });

  it('lets a second start wait for the first instead of installing beside it', async () => {
    const root = checkout('', 'sleep 1\nmkdir -p node_modules\n');
    const both = await Promise.all([boot(root, ['tabard']).ended, boot(root, ['tabard']).ended]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls(root)).toBe(1);
    expect(both.map(({ err }) => err).join('')).toContain('waiting for it');
  });

  it.each([
    ['whose process is gone', 0, hostname()],
    ['that fell silent on another machine', 60, 'elsewhere'],
  ])('takes over a lock %s', async (_what, age, host) => {
    const root = checkout('');
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    const lock = join(root, '.tabard/install.lock');
    mkdirSync(dirname(lock));
    writeFileSync(lock, `${String(dead.pid)} ${host}`);
    const then = Date.now() / 1000 - age;
    utimesSync(lock, then, then);
    expect((await boot(root, ['tabard']).ended).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on and ends as the program ended', async (signal) => {
    const root = checkout(
      `process.on('${signal}', () => process.exit(42)); setInterval(() => {}, 1e6); console.log('up');`,
    );
    const { child, ended } = boot(root, ['tabard']);
    await once(child.stdout, 'data');
    child.kill(signal);
    expect((await ended).code).toBe(42);
  });

  it('stops the installer when it is stopped, and leaves nothing in the way of the next start', async () => {
    const root = checkout('', '[ -f second ] || { touch second; exec sleep 30; }\nmkdir -p node_modules\n');
    const { child, ended } = boot(root, ['tabard']);
    while (!existsSync(join(root, 'second'))) await sleep(20);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Stopped.') });
    expect(existsSync(join(root, '.tabard/install.lock'))).toBe(false);
    expect((await boot(root, ['tabard']).ended).code).toBe(0);
  });

  it('needs neither pnpm nor the registry when everything is there', async () => {
    const root = checkout('');
    await boot(root, ['tabard']).ended;
    writeFileSync(join(root, 'bin/pnpm'), '#!/bin/sh\necho called >> calls\nexit 1\n');
    expect((await boot(root, ['tabard'], { npm_config_registry: 'http://127.0.0.1:9/' }).ended).code).toBe(0);
    expect(calls(root)).toBe(1);
  });

  it('brings pnpm from npm, and says so in one sentence when the registry cannot be reached', async () => {
    const root = checkout('');
    rmSync(join(root, 'bin/pnpm'));
    const path = [join(root, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
    const env = {
      PATH: path,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(root, 'cache'),
    };
    const { code, err } = await boot(root, ['tabard'], env).ended;
    expect(code).toBe(1);
    expect(err).toContain('the npm registry cannot be reached');
    expect(err).not.toContain('    at ');
  });

  it('names the commands when it is asked for another one', async () => {
    const { code, err } = await boot(checkout(''), ['strat']).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/no command "strat": one of start, tabard, test/);
  });
});

describe('the toolchain', () => {
  it('is 24.7 or newer', () => {
    expect(['20.20.2', '24.6.9', '24.7.0', '26.0.0'].map(isNewEnough)).toEqual([false, false, true, true]);
  });

  it('refuses a machine for which npm has no Node, with the way out', () => {
    expect(() => nodePackageFor('freebsd', 'x64', false)).toThrow('install one from nodejs.org');
    expect(() => nodePackageFor('linux', 'x64', false)).toThrow('without glibc');
  });
});

describe('explainFailure', () => {
  it.each([
    ['npm error code ENOTFOUND', 'registry cannot be reached'],
    ['ENOSPC: no space left on device', 'disk is full'],
    ['EROFS: read-only file system', 'cannot be written'],
    ['ERR_PNPM_OUTDATED_LOCKFILE', 'pnpm install'],
    ['npm error code E404', 'does not have a package'],
  ])('turns "%s" into a way out', (output, sentence) => {
    expect(explainFailure('install', output, '/x').message).toContain(sentence);
  });
});
