import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../../../test/fixture/index.ts';
import type { AppRouter } from '../../features/router.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const outcome = (call: Promise<unknown>) =>
  call.then(
    (data) => ({ data }),
    (error: unknown) => {
      if (!(error instanceof TRPCClientError)) throw error;
      return { message: error.message, shape: { ...error.shape, data: { ...error.shape.data, requestId: '' } } };
    },
  );

describe('a single call and a batch of one', () => {
  const client = (link: typeof httpLink | typeof httpBatchLink, token: string, override = false) =>
    createTRPCClient<AppRouter>({
      links: [
        link({
          url: `${server.url}/rpc`,
          headers: { Authorization: `Bearer ${token}` },
          ...(override ? { methodOverride: 'POST' as const } : {}),
        }),
      ],
    });
  type Client = ReturnType<typeof client>;

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['a query', (each) => each.workspaces.get.query({ id: tenant.publicId })],
    ['a query without input', (each) => each.sessions.current.query()],
    ['an unknown id', (each) => each.workspaces.get.query({ id: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d' })],
    ['a wrong input', (each) => each.workspaces.get.query({ id: 'x', more: 1 } as never)],
    ['a mutation', (each) => each.workspaces.update.mutate({ id: tenant.publicId, name: 'Same' })],
    [
      'a procedure that is not there',
      (each) => (each as never as { no: { such: { query(): Promise<never> } } }).no.such.query(),
    ],
  ])("answer %s alike to tRPC's own client, by GET and by POST", async (_name, ask) => {
    const single = await outcome(ask(client(httpLink, tenant.apiKey)));
    const batch = await outcome(ask(client(httpBatchLink, tenant.apiKey)));
    const posted = await outcome(ask(client(httpLink, tenant.apiKey, true)));
    expect(single).toEqual(batch);
    expect(posted).toEqual(batch);
  });

  it('answer an unknown token alike', async () => {
    const ask = (each: Client) => each.sessions.current.query();
    const single = await outcome(ask(client(httpLink, 'sk_live_nobody')));
    expect(single).toEqual(await outcome(ask(client(httpBatchLink, 'sk_live_nobody'))));
    expect(single).toMatchObject({ shape: { data: { code: 'auth.invalid_token', httpStatus: 401 } } });
  });
});
