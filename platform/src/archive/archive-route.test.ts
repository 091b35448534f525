import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  plantTree,
  startTestServer,
  withinSeconds,
  type SettingsTree,
  type TestServer,
} from '../../test/fixture/index.ts';
import { carriedFiles } from '#features';
import type { PublicRoute } from '#kernel';
import { archiveRoute } from './archive-route.ts';

/** A stream that breaks by itself, while its reader waits. */
const breaking: PublicRoute = {
  method: 'GET',
  path: '/breaking',
  auth: 'none',
  handle: () =>
    Promise.resolve({
      body: Readable.from(
        (async function* () {
          yield await Promise.resolve('begun');
          throw new Error('The disk is gone.');
        })(),
      ),
    }),
};

let server: TestServer;
let tree: SettingsTree;
beforeAll(async () => {
  server = await startTestServer({ routes: [archiveRoute, breaking] });
  tree = await plantTree(server);
});
afterAll(() => server.stop());

const ask = (token: string, workspaceId: string, words = 'ein paar W%C3%B6rter', signal?: AbortSignal) =>
  fetch(`${server.url}/workspaces/${workspaceId}/archive`, {
    signal,
    headers: { Authorization: `Bearer ${token}`, 'Workspace-Id': tree.wsp('beside'), 'Archive-Key': words },
  });
const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { code?: string }).code;

it('The archive of a workspace is a whole file for whoever manages an organization above, and is noted in its log', async () => {
  const admin = await tree.signIn('org_admin', 'vendor');
  await tree.ask(admin, 'leads.create', { email: 'lena@brandt.example' });
  const answer = await ask(admin, tree.wsp('client'));
  expect(answer.status).toBe(200);
  const lines = gunzipSync(await buffer(answer.body as never))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ archive: 1, workspace: { name: 'client' } });
  expect(lines).toContainEqual(expect.objectContaining({ table: 'lead' }));
  expect(lines.at(-1)).toMatchObject({ end: { files: 0 } });
  expect(
    await server.platform.app.database.read(
      tree.workspaces.client,
      `select actor_kind, outcome from audit_log where act = 'workspaces.export'`,
    ),
  ).toEqual([{ actor_kind: 'user', outcome: 'ok' }]);
});

it('One that its reader leaves half-way is no failure of ours, and the log says that it did not leave whole', async () => {
  const { app } = server.platform;
  const workspaceId = tree.workspaces.beside;
  // More than what the system holds between the two.
  const file = `${workspaceId}/${carriedFiles[0] ?? ''}/large`;
  const parts = Array.from({ length: 32 }, () => randomBytes(2 ** 20));
  await app.ports.blobs.put(file, Readable.from(parts), { maxBytes: 2 ** 26 });
  const [failed, told] = [vi.spyOn(app.log, 'error'), vi.spyOn(app.log, 'debug')];
  const admin = await tree.signIn('org_admin', 'vendor');
  const leaving = new AbortController();
  const answer = await ask(admin, tree.wsp('beside'), undefined, leaving.signal);
  await answer.body?.getReader().read();
  leaving.abort();
  const noted = () => app.database.read(workspaceId, `select outcome from audit_log where act = 'workspaces.export'`);
  await expect.poll(noted, withinSeconds).toEqual([{ outcome: 'request.aborted' }]);
  await expect
    .poll(() => told.mock.calls, withinSeconds)
    .toContainEqual([expect.objectContaining({ code: 'request.aborted', status: 499 }), expect.any(String)]);
  expect(failed).not.toHaveBeenCalled();
});

it('A stream that breaks by itself is a failure of ours, with its cause in the log', async () => {
  const failed = vi.spyOn(server.platform.app.log, 'error').mockClear();
  await expect(fetch(`${server.url}/breaking`).then((answer) => answer.text())).rejects.toThrow('terminated');
  expect(failed.mock.calls).toEqual([
    [expect.objectContaining({ code: 'internal.unexpected', status: 500 }), 'The disk is gone.'],
  ]);
});

it('It is given to nobody else, nor to a person who has not confirmed that it is them', async () => {
  const [own, other] = [
    await tree.signIn('org_admin', 'agency'),
    await tree.signIn('workspace_admin', 'vendor', 'beside'),
  ];
  expect(await codeOf(ask(other, tree.wsp('beside')))).toBe('auth.permission_denied');
  const admin = await tree.signIn('org_admin', 'vendor');
  await server.platform.app.database.control((_em, sql) => sql('update user_session set confirmed_at = null'));
  expect(await codeOf(ask(admin, tree.wsp('client')))).toBe('auth.confirmation_required');
  await server.platform.app.database.control((_em, sql) => sql('update user_session set confirmed_at = now()'));
  expect(await codeOf(ask(admin, tree.wsp('client'), 'short'))).toBe('request.invalid');
  const beside = fetch(`${server.url}/workspaces/${tree.wsp('beside')}/archive`, {
    headers: { Authorization: `Bearer ${own}`, 'Workspace-Id': tree.wsp('client'), 'Archive-Key': 'twelve letters' },
  });
  expect(await codeOf(beside)).toBe('workspace.not_found');
  expect(await codeOf(ask(admin, 'client'))).toBe('workspace.not_found');
});
