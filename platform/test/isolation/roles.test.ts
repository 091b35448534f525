import {
  fromPublicId,
  permissions,
  rolePermissions,
  roles,
  toPublicId,
  type Permission,
  type Role,
} from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter, roleMark, roleMatrix } from '#features';
import { newId, type ProcedureMeta } from '#kernel';
import { createPerson, startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';
import { buildInput, endingLast } from '../../src/trace/index.ts';

const procedures = endingLast(appRouter);

/** What a call needs besides, because of the thing that it is asked about: here leads. */
const besides: Readonly<Record<string, Permission>> = {
  'timeline.list': 'lead.read',
  'leadExports.start': 'lead.read',
};
const mayCall = (role: Role, name: string, meta?: ProcedureMeta): string =>
  name in besides && roleMark(role, { permission: besides[name] }) === '-' ? '-' : roleMark(role, meta);

describe('the built-in roles', () => {
  it('may call exactly the procedures of the reviewed matrix', async () => {
    await expect(roleMatrix()).toMatchFileSnapshot('roles.tsv');
  });

  it('can each do something, and nobody below an administrator makes credentials or changes the tree', () => {
    for (const role of roles) expect(rolePermissions[role].length, role).toBeGreaterThan(0);
    for (const role of ['campaign_manager', 'outreach_specialist', 'viewer', 'client'] as const)
      expect(
        rolePermissions[role].filter((name) =>
          /^(?:organization|api_key|embed_session|member)\.|workspace\.manage/.test(name),
        ),
      ).toEqual([]);
  });
});

describe('a person with the role', () => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await startTestServer({
      env: { RATE_LIMIT_SESSION: '100000', RATE_LIMIT_MINTING: '100000', RATE_LIMIT_ADDRESS: '100000' },
    });
    tenant = await server.createTenant();
  });
  afterAll(() => server.stop());

  /** The code of the refusal; null for anything else that is said. A stream is left at once. */
  async function refusalOf(token: string, name: string, input: unknown): Promise<string | null> {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/rpc/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'Workspace-Id': tenant.publicId,
      },
      body: JSON.stringify(input),
      signal: stop.signal,
    });
    const isStream = response.headers.get('content-type')?.includes('event-stream');
    const body = isStream ? null : ((await response.json()) as { error?: { data?: { code?: string } } });
    stop.abort();
    return body?.error?.data?.code ?? null;
  }

  const inside = procedures.filter(({ meta }) => meta?.level !== 'public');
  /** Calls every procedure; tells which it is let through. */
  async function marksOf(token: string): Promise<Record<string, string>> {
    const marks: Record<string, string> = {};
    for (const { name, inputs } of inside) {
      const { input } = buildInput(inputs[0] ?? z.object({}), (kind) => toPublicId(kind, newId()));
      marks[name] = (await refusalOf(token, name, input)) === 'auth.permission_denied' ? '-' : '+';
    }
    return marks;
  }

  it.each(roles)(
    '%s is refused exactly what the matrix refuses, by every procedure',
    { timeout: 120_000 },
    async (role) => {
      const { token } = await createPerson(server, { role, organizationId: tenant.organizationId });
      expect(await marksOf(token)).toEqual(
        Object.fromEntries(inside.map(({ name, meta }) => [name, mayCall(role, name, meta)])),
      );
    },
  );

  // Each permission is in one half and not in the other, so that each procedure is called with what it needs and without.
  it.each([0, 1])(
    'that was made of half of the permissions (%i) is refused exactly what needs the other half, by every procedure',
    { timeout: 120_000 },
    async (half) => {
      const held = permissions.filter((_, index) => index % 2 === half);
      const made = await server.call(
        'roles.create',
        { organizationId: toPublicId('organization', tenant.organizationId), name: `Half ${half}`, permissions: held },
        { token: tenant.userToken },
      );
      const roleId = fromPublicId('role', made.body.result.data.id) ?? '';
      const { token } = await createPerson(server, { role: 'client', roleId, organizationId: tenant.organizationId });
      const mayCall = (name: string, { permission }: Partial<ProcedureMeta> = {}): string => {
        const needed = [permission, besides[name]].flatMap((each) => each ?? []);
        return needed.every((each) => held.includes(each)) ? '+' : '-';
      };
      expect(await marksOf(token)).toEqual(
        Object.fromEntries(inside.map(({ name, meta }) => [name, mayCall(name, meta)])),
      );
    },
  );
});
