import { Readable } from 'node:stream';
import type { AnyTRPCRouter } from '@trpc/server';
import { toPublicId, type IdKind } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { uploadKey } from '#features/crm/upload';
import { newId, startRelay, type KnownProcedure } from '#kernel';
import { startTestServer, testOrigin, type Answer, type TestServer, type TestTenant } from '../fixture/index.ts';
import { buildInput, endingLast, withIds, type IdPlace } from '../../src/trace/index.ts';
import { fillWorkspace, type Filled } from './fill-workspace.ts';

/** Tables whose name is not that of the kind of id. */
const tableNames: Partial<Record<IdKind, string>> = { user: 'app_user' };

/** Tables without a workspace: ids of their rows are tried, and what is in them is the people's own. */
const ofPeople = new Set(['user_session', 'passkey', 'user_identity']);

/** States that no procedure of a router shows, changes or betrays anything of another workspace. */
export function itIsolatesTenants(router: AnyTRPCRouter): void {
  let server: TestServer;
  let relay: { stop(): Promise<void> };
  let a: TestTenant;
  let b: TestTenant;
  let filled: Record<'a' | 'b', Filled>;
  const subjects = endingLast(router);

  beforeAll(async () => {
    server = await startTestServer({
      router,
      // Every procedure is called several times by each caller, from one address.
      env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000', RATE_LIMIT_MINTING: '100000' },
    });
    relay = startRelay(server.platform.app);
    [a, b] = [await server.createTenant(), await server.createTenant()];
    filled = { a: await fillWorkspace(server.platform, a), b: await fillWorkspace(server.platform, b) };
    for (const [side, { workspaceId }] of Object.entries({ a, b })) {
      const key = uploadKey(workspaceId, filled[side as 'a' | 'b']['upload']!);
      await server.platform.app.ports.blobs.put(key, Readable.from(['email\nsomeone@example.com\n']), {
        maxBytes: 100,
      });
    }
  });
  afterAll(async () => {
    await relay.stop();
    await server.stop();
  });

  const idOf = (side: 'a' | 'b', kind: IdKind): string => {
    const tenant = side === 'a' ? a : b;
    const own = { workspace: tenant.workspaceId, organization: tenant.organizationId };
    const table = tableNames[kind] ?? kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const uuid = kind === 'workspace' || kind === 'organization' ? own[kind] : filled[side][table];
    if (!uuid) throw new Error(`There is no row for an id of kind "${kind}". Name its table in tableNames.`);
    return toPublicId(kind, uuid);
  };
  const strangerId = (kind: IdKind) => toPublicId(kind, newId());
  const callers = ['userToken', 'apiKey', 'embedToken'] as const;
  type CallerKind = (typeof callers)[number];
  const ask = (tenant: TestTenant, caller: CallerKind, name: string, input: unknown, workspace = tenant.publicId) =>
    server.call(name, input, { token: tenant[caller], headers: { 'Workspace-Id': workspace, Origin: testOrigin } });
  /** What tells answers apart: not the request's id, not the ids that were asked for. */
  const essence = ({ status, body }: Answer, ids: readonly string[]) => {
    const text = ids.reduce((rest, id) => rest.replaceAll(id, '<asked>'), JSON.stringify(body));
    return {
      status,
      text: text
        .replaceAll(/"requestId":"[^"]*"/g, '')
        .replaceAll(/\b[a-z]{3}_[0-9a-f]{32}\b|"\d{4}-\d\d-\d\dT[^"]*"/g, '<made>'),
    };
  };
  const secretsOf = (side: 'a' | 'b') => {
    const tenant = side === 'a' ? a : b;
    return [tenant.workspaceId, tenant.organizationId, ...Object.values(filled[side])].flatMap((id) => [
      id,
      id.replaceAll('-', ''),
    ]);
  };
  const inputOf = ({ inputs }: KnownProcedure, side: 'a' | 'b') =>
    buildInput(inputs[0] ?? z.object({}), (kind) => idOf(side, kind));

  const inside = subjects.filter(({ meta }) => meta?.level !== 'public');
  const calls = inside.filter(({ type }) => type !== 'subscription');

  it('finds procedures to look at, and every one of them says who may call it', () => {
    expect(calls.length).toBeGreaterThan(10);
    for (const { name, meta } of subjects)
      expect(meta?.level, `${name} is not made of the kernel's base procedures`).toBeDefined();
  });

  describe.each(calls)('$name', (subject) => {
    it('answers an id of another workspace as one that does not exist', async () => {
      const { input, places } = inputOf(subject, 'b');
      for (const caller of callers)
        for (const place of places) {
          const [theirs, strange] = [idOf('a', place.kind), strangerId(place.kind)];
          const at = (id: string) => withIds(input, [place], () => id);
          const real = await ask(b, caller, subject.name, at(theirs));
          const none = await ask(b, caller, subject.name, at(strange));
          const where = `${caller}, ${place.path.join('.')}: ${JSON.stringify(real.body)}`;
          expect(essence(real, [theirs]), where).toEqual(essence(none, [strange]));
          if (isTarget(place) && caller !== 'embedToken') expect(real.status, where).toBe(404);
        }
    });

    it('does not let a caller act in a workspace by naming it', async () => {
      const { input } = inputOf(subject, 'a');
      for (const caller of callers) {
        const real = await ask(b, caller, subject.name, input, a.publicId);
        const none = await ask(b, caller, subject.name, input, strangerId('workspace'));
        expect(real.status).toBe(404);
        expect(essence(real, [])).toEqual(essence(none, []));
      }
    });

    it('shows nothing of another workspace without being asked for it', async () => {
      const { input } = inputOf(subject, 'b');
      const before = await fingerprint('a');
      for (const caller of callers) {
        const text = JSON.stringify((await ask(b, caller, subject.name, input)).body);
        for (const secret of secretsOf('a')) expect(text).not.toContain(secret);
      }
      expect(await fingerprint('a')).toBe(before);
    });
  });

  const streams = inside.filter(({ type }) => type === 'subscription');
  it.each(streams)('$name streams nothing of another workspace', async (subject) => {
    const listen = (tenant: TestTenant, side: 'a' | 'b') => listenTo(subject, tenant, inputOf(subject, side).input);
    const [own, other] = [await listen(a, 'a'), await listen(b, 'b')];
    await a.scope.write(async (write) => write.emit('lead.created', { leadId: idOf('a', 'lead') }));
    await expect.poll(own.heard).toContain(idOf('a', 'lead'));
    expect(other.heard()).not.toContain(idOf('a', 'lead'));
    own.close();
    other.close();
  });

  // Last, because these change and remove what they are given.
  describe('its own workspace', () => {
    const deletes = ({ name }: { name: string }): boolean => /\.(?:delete|cancelUpload)$/.test(name);
    it.each([...calls.filter((call) => !deletes(call)), ...calls.filter(deletes)])('may use $name', async (subject) => {
      const { input, places } = inputOf(subject, 'a');
      const answer = await ask(a, 'userToken', subject.name, input);
      const target = places.find(isTarget);
      // Whatever else is wrong with a made-up input, its own row is there.
      if (target) expect(answer.status, JSON.stringify(answer.body)).not.toBe(404);
      expect(answer.status, JSON.stringify(answer.body)).not.toBe(403);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    });
  });

  /** All rows of a workspace as one text; in one question, because it is asked for before and after each procedure. */
  async function fingerprint(side: 'a' | 'b'): Promise<string> {
    const tenant = side === 'a' ? a : b;
    const tables = Object.keys(filled[side]).filter((name) => !ofPeople.has(name) && name !== 'api_key');
    const rows = await tenant.scope.read<{ name: string; hash: string }>(
      tables
        .map(
          (table) =>
            `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${table}" t where workspace_id = $1`,
        )
        .join(' union all '),
      [tenant.workspaceId],
    );
    return rows.map(({ name, hash }) => `${name}:${hash}`).join(' ');
  }

  async function listenTo({ name }: KnownProcedure, tenant: TestTenant, input: unknown) {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/rpc/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${tenant.apiKey}`,
        'Workspace-Id': tenant.publicId,
      },
      body: JSON.stringify(input),
      signal: stop.signal,
    });
    let text = '';
    const decoder = new TextDecoder();
    const read = async () => {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
    };
    read().catch(() => {});
    return { heard: () => text, close: () => stop.abort() };
  }
}

/** The id of the thing itself, or of the place where something is made: without it there is nothing to do. */
function isTarget({ path, required }: IdPlace): boolean {
  return path.length === 1 && required;
}
