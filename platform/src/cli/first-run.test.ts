import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processEnvironment } from '@tabard/testing';
import { startTestPostgres } from '@tabard/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumers } from '#features';
import { commands } from './commands.ts';
import { placeCommands } from './place-commands.ts';

const program = join(import.meta.dirname, 'main.ts');

let folder: string;
let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-home-'));
  await chmod(folder, 0o755);
  postgres = await startTestPostgres();
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  words: string;
}
function run(args: string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      {
        env: { ...processEnvironment(), SECRET_KEY: 'a secret of tests that is long enough', ...env },
        timeout: 110_000,
      },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), words: `${stdout}${stderr}` }),
    );
  });
}

/** What a person at a terminal should never be shown. */
const raw = /\b(?:auth_failed|ENOENT|ENOTDIR|EACCES|EEXIST)\b|^\s+at .+:\d+|node:internal|UnhandledPromise/m;

/** Every command, with arguments that fit a machine on which nothing is there yet. */
const calls: Record<string, string[]> = {
  migrate: ['migrate'],
  seed: ['seed'],
  setup: ['setup'],
  'tenancy audit': ['tenancy', 'audit'],
  'mail inspect': ['mail', 'inspect', 'no-such-mail.eml'],
  doctor: ['doctor'],
  'events consumers': ['events', 'consumers'],
  'events rewind': ['events', 'rewind', 'no-such-consumer'],
  'secrets rotate': ['secrets', 'rotate'],
  'workspace export': ['workspace', 'export', 'wsp_01a22814b464737e8363c994b4f947a4', 'no-such.archive'],
  'workspace import': [
    'workspace',
    'import',
    'no-such.archive',
    '--organization',
    'org_01a22814b464737e8363c994b4f947a4',
  ],
  'snapshot take': ['snapshot', 'take', 'wsp_01a22814b464737e8363c994b4f947a4', 'no-such/place.json'],
  'snapshot diff': ['snapshot', 'diff', 'no-such.json', 'wsp_01a22814b464737e8363c994b4f947a4'],
  'snapshot apply': ['snapshot', 'apply', 'no-such.json', 'wsp_01a22814b464737e8363c994b4f947a4'],
  completion: ['completion', 'bash'],
  permissions: ['permissions'],
  'trace check': ['trace', 'check', '--no-browser'],
};

describe('a command of a new installation', () => {
  it('is looked at here, save the one that starts everything', () => {
    // Those that steer organizations and workspaces are looked at in steer-places.test.ts.
    const steering = placeCommands.map(({ name }) => name);
    expect([...Object.keys(calls), ...steering, 'start'].toSorted()).toEqual(
      commands.map(({ name }) => name).toSorted(),
    );
  });

  it('makes the home folder that is named, or needs none', { timeout: 300_000 }, async () => {
    const database = await postgres.createTestDatabase();
    for (const name of ['migrate', 'seed', 'tenancy audit', 'doctor', 'completion', 'permissions', 'mail inspect']) {
      const home = join(folder, name.replaceAll(' ', '-'), 'deep', 'home');
      const { code, words } = await run(calls[name]!, { TABARD_HOME: home, DATABASE_URL: database.url });
      expect(words, name).not.toMatch(name === 'mail inspect' ? /^\s+at .+:\d+|node:internal/m : raw);
      // No mail was there to be inspected; everything else works.
      if (name !== 'doctor') expect([name, code, words]).toEqual([name, name === 'mail inspect' ? 1 : 0, words]);
    }
    await database.drop();
  });

  it('names what has to be run before it, where it needs what only that can make', { timeout: 300_000 }, async () => {
    const database = await postgres.createTestDatabase();
    const [consumer = ''] = consumers.map(({ name }) => name);
    for (const args of [
      ['events', 'consumers'],
      ['events', 'rewind', consumer],
    ]) {
      const { code, words } = await run(args, {
        TABARD_HOME: join(folder, 'events'),
        DATABASE_URL: database.url,
        SECRET_KEY: 'a secret that never migrated this database',
      });
      expect([args, code]).toEqual([args, 1]);
      expect(words).toMatch(/npm run tabard -- migrate/);
      expect(words).not.toMatch(raw);
    }
    await database.drop();
  });

  it(
    'names what is missing of a workspace or its set-up in a file, and what has to be run before',
    { timeout: 300_000 },
    async () => {
      const database = await postgres.createTestDatabase();
      const names = [
        'workspace export',
        'workspace import',
        'snapshot take',
        'snapshot diff',
        'snapshot apply',
        'secrets rotate',
      ];
      const env = { TABARD_HOME: join(folder, 'archive'), DATABASE_URL: database.url };
      for (const name of names)
        expect(await run(calls[name]!, env), name).toMatchObject({ code: 1, words: expect.not.stringMatching(raw) });
      await run(['migrate'], env);
      for (const [name, said] of [
        ['workspace export', /There is no such workspace here/],
        ['workspace import', /There is no file no-such.archive/],
        ['snapshot take', /There is no such workspace here/],
        ['snapshot diff', /There is no file no-such.json/],
        ['snapshot apply', /There is no file no-such.json/],
        ['secrets rotate', /0 sealed anew, 0 unreadable/],
      ] as const) {
        const { words } = await run(calls[name]!, env);
        expect(words, name).toMatch(said);
        expect(words, name).not.toMatch(raw);
      }
      expect((await run(['workspace', 'export', 'nonsense'], env)).words).toMatch(/Name a workspace by its id/);
      expect((await run(['workspace', 'import', 'x'], env)).words).toMatch(/--organization/);
      await database.drop();
    },
  );

  it('leaves the logins of an installation alone whose secret it was not given', { timeout: 300_000 }, async () => {
    const database = await postgres.createTestDatabase();
    await run(['migrate'], { TABARD_HOME: folder, DATABASE_URL: database.url });
    const { code, words } = await run(calls['trace check']!, {
      DATABASE_URL: database.url,
      SECRET_KEY: 'a secret of nobody who is known to this server',
    });
    expect(code).toBe(1);
    expect(words).toMatch(/give its SECRET_KEY beside DATABASE_URL/);
    expect(words).not.toMatch(raw);
    expect((await run(['tenancy', 'audit'], { TABARD_HOME: folder, DATABASE_URL: database.url })).code).toBe(0);
    await database.drop();
  });

  it('names the home folder that cannot be made, and what to do', { timeout: 300_000 }, async () => {
    await writeFile(join(folder, 'file'), '');
    const home = join(folder, 'file', 'home');
    const database = await postgres.createTestDatabase();
    expect((await run(['migrate'], { TABARD_HOME: folder, DATABASE_URL: database.url })).code).toBe(0);
    for (const name of ['seed', 'doctor']) {
      const { code, words } = await run(calls[name]!, { TABARD_HOME: home, DATABASE_URL: database.url });
      expect([name, code]).toEqual([name, 1]);
      expect(words, name).toMatch(/can be written to .+TABARD_HOME/);
      expect(words, name).not.toMatch(raw);
    }
    // The database of one's own machine lives in that folder.
    for (const name of ['migrate', 'seed', 'tenancy audit', 'doctor']) {
      const { code, words } = await run(calls[name]!, { TABARD_HOME: home, SECRET_KEY: '' });
      expect([name, code]).toEqual([name, 1]);
      expect(words, name).toMatch(/TABARD_HOME/);
      expect(words, name).not.toMatch(raw);
    }
    await database.drop();
  });
});
