import { filterLimits } from '@tabard/contract/filters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  for (const company of ['Harbor', 'Müller', null])
    await tenant.caller.leads.create({ email: `${company ?? 'nobody'}@example.com`.replace('ü', 'u'), company });
});
afterAll(() => server.stop());

const ask = (path: string, input: unknown, method = 'POST') =>
  server.call(method === 'GET' ? `${path}?input=${encodeURIComponent(JSON.stringify(input))}` : path, input, {
    token: tenant.apiKey,
    headers: { 'Workspace-Id': tenant.publicId },
    method,
  });
const nested = (depth: number): object =>
  depth === 0 ? { field: 'company', op: 'is_empty' } : { all: [nested(depth - 1)] };

describe('a filter', () => {
  it('is taken in a body and in an address', async () => {
    const where = { not: { field: 'company', op: 'is_one_of', value: ['HARBOR', 'muller'] } };
    for (const method of ['POST', 'GET']) {
      const { status, body } = await ask('leads.count', { where }, method);
      expect([status, body.result.data]).toEqual([200, { count: 1 }]);
    }
  });

  it('that is wrong is refused with its code, and every place where it is', async () => {
    const where = {
      any: [
        { field: 'salary', op: 'is', value: 1 },
        { field: 'company', op: 'is', value: '' },
      ],
    };
    const { status, body } = await ask('leads.list', { where });
    expect([status, body.error.data.code]).toEqual([400, 'filter.invalid']);
    expect(body.error.data.details).toMatchObject([
      { path: 'where.any.0.field', reason: 'unknown_field', name: 'salary' },
      { path: 'where.any.1.value', reason: 'value_wrong' },
    ]);
  });

  it('that is nested too deep is refused, however deep', async () => {
    const told = async (depth: number) => (await ask('leads.count', { where: nested(depth) })).body.error?.data.code;
    expect(await told(filterLimits.depth - 1)).toBeUndefined();
    expect(await told(filterLimits.depth)).toBe('filter.invalid');
    expect(await told(13)).toBe('filter.invalid');
    expect(await told(1000)).toBe('request.too_deep');
  });

  it('of the largest size is answered, for every way to compare', async () => {
    const value = Array.from({ length: filterLimits.values }, (_, index) => `Größe ${index} ${'x'.repeat(4)}`);
    const many = Array.from({ length: filterLimits.conditions }, (_, index) =>
      index % 2
        ? { field: 'company', op: 'is_none_of', value }
        : { field: `custom.k${index}`, op: 'not_contains', value: '%_\\'.repeat(100) },
    );
    const { status, body } = await ask('leads.count', { where: { all: many } });
    expect([status, body.result?.data]).toEqual([200, { count: 3 }]);
  });

  it('of another noun is asked for its own fields', async () => {
    const { body } = await ask('templates.count', { where: { field: 'name', op: 'contains', value: 'x' } });
    expect(body.error?.data.code).toBe('request.not_found'); // templates are listed, not counted
    const listed = await ask('templates.list', { where: { field: 'name', op: 'contains', value: 'x' } });
    expect(listed.body.result.data.items).toEqual([]);
    expect((await ask('templates.list', { where: { field: 'company', op: 'is_empty' } })).body.error.data.code).toBe(
      'filter.invalid',
    );
    const campaigns = await ask('campaigns.list', { where: { field: 'createdAt', op: 'on', value: '2020-01-01' } });
    expect(campaigns.body.result.data.items).toEqual([]);
  });

  it('asks nothing of another workspace', async () => {
    const other = await server.createTenant();
    const { id } = await other.caller.campaigns.create({ name: 'Theirs' });
    const where = {
      relation: 'mailEvents',
      quantifier: 'none',
      where: { field: 'campaignId', op: 'is', value: id },
    };
    expect((await ask('leads.count', { where })).body.result.data).toEqual({ count: 3 });
  });
});
