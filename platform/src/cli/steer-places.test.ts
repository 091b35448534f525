import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processEnvironment } from '@tabard/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../test/fixture/index.ts';

let server: TestServer;
let tree: SettingsTree;
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'places-'));
  server = await startTestServer();
  tree = await plantTree(server);
});
afterAll(async () => {
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

/** What a command says, cell by cell, and with what code it ends. */
function run(...args: string[]): Promise<{ code: number; lines: string[][]; words: string }> {
  const { config } = server.platform;
  const env = {
    ...processEnvironment(),
    DATABASE_URL: config.database.url,
    SECRET_KEY: config.secrets.secretKey,
    TABARD_HOME: home,
    LOG_LEVEL: 'warn',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env }, (error, stdout, stderr) =>
      resolve({
        code: Number(error?.code ?? 0),
        lines: stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t')),
        words: `${stdout}${stderr}`,
      }),
    );
  });
}

it('organizations and workspaces are listed, made, shut, moved, deleted and brought back at the command line, and the log says so', async () => {
  const { lines } = await run('organization', 'list');
  expect(lines).toContainEqual([tree.org('agency'), 'open', tree.org('vendor'), '-', 'agency']);
  const made = await run(
    'workspace',
    'create',
    '--organization',
    tree.org('agency'),
    '--name',
    'Quay',
    '--external-id',
    'q1',
  );
  const id = made.lines[0]?.[0] ?? '';
  expect(id).toMatch(/^wsp_/);
  expect((await run('workspace', 'suspend', id, '--reason', 'unpaid')).lines).toEqual([[id, 'suspended', 'Quay']]);
  expect((await run('workspace', 'resume', id)).lines).toEqual([[id, 'open', 'Quay']]);
  expect((await run('workspace', 'archive', id)).lines).toEqual([[id, 'archived', 'Quay']]);
  expect((await run('workspace', 'restore', id)).lines).toEqual([[id, 'open', 'Quay']]);
  expect((await run('workspace', 'move', id, '--to', tree.org('vendor'))).lines).toEqual([[id, 'open', 'Quay']]);
  expect(await run('workspace', 'delete', id, '--name', 'quay')).toMatchObject({
    code: 1,
    words: expect.stringContaining('write its name exactly as it stands'),
  });
  expect((await run('workspace', 'delete', id, '--name', 'Quay')).words).toContain('It can be brought back until');
  const listed = await run('workspace', 'list', '--organization', tree.org('vendor'), '--json');
  expect(
    listed.words
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toContainEqual(expect.objectContaining({ id, externalId: 'q1', standing: 'archived' }));
  const log = await server.platform.app.database.read(
    tree.tree.operator,
    `select act, actor_id from audit_log where outcome = 'ok' order by id`,
  );
  expect(log.map(({ act }) => act)).toEqual([
    'workspaces.create',
    ...['suspend', 'resume', 'archive', 'restore', 'move', 'delete'].map((act) => `tree.${act}`),
  ]);
  expect(new Set(log.map(({ actor_id: actor }) => actor))).toEqual(new Set(['command line']));
});

it('what a command is not told, it asks for in a sentence', async () => {
  for (const [args, words] of [
    [['workspace', 'suspend', tree.wsp('client')], 'Say why with --reason.'],
    [['workspace', 'resume', 'client'], 'such as wsp_…'],
    [['organization', 'archive', tree.org('operator')], 'the organization that you belong to'],
    [['workspace', 'list', 'extra-word'], 'extra-word says nothing here'],
    [['organization', 'create', 'extra-word', '--name', 'Bay'], 'extra-word says nothing here'],
    [
      [
        'organization',
        'create',
        '--organization',
        tree.org('vendor'),
        '--name',
        'Bay',
        '--slug',
        'bay',
        '--kind',
        'firm',
      ],
      'There is no kind "firm": say agency or vendor.',
    ],
  ] as const)
    expect(await run(...args)).toMatchObject({ code: 1, words: expect.stringContaining(words) });
});

it('a snapshot is written over a file that is there only when that is asked for', async () => {
  const file = join(home, 'kept.json');
  await writeFile(file, 'mine');
  const take = ['snapshot', 'take', tree.wsp('client'), file];
  expect(await run(...take)).toMatchObject({ code: 1, words: expect.stringContaining('is there already') });
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(await run(...take, '--force')).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ snapshot: 1 });
});
