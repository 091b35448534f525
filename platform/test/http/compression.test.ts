import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  await server.platform.app.database.write(tenant.workspaceId, (_em, sql) =>
    sql(
      `insert into lead (workspace_id, id, email, first_name, company)
       select $1, gen_random_uuid(), 'person' || n || '@example.com', 'Person', 'Company ' || n from generate_series(1, 100) n`,
      [tenant.workspaceId],
    ),
  );
});
afterAll(() => server.stop());

/** Asks as a browser would, and gives the bytes as they came. */
function ask(path: string, input: object, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const sent = request(`${server.url}/rpc/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${tenant.apiKey}`,
        'Workspace-Id': tenant.publicId,
        ...headers,
      },
    }).on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      const done = () => resolve({ headers: response.headers, bytes: Buffer.concat(parts) });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        // A stream has no end to wait for.
        if (String(response.headers['content-type']).startsWith('text/event-stream')) {
          done();
          sent.destroy();
        }
      });
      response.on('end', done);
    });
    sent.end(JSON.stringify(input));
  });
}
const list = (encodings: string) => ask('leads.list', { limit: 100 }, { 'Accept-Encoding': encodings });
const unpackers = { br: brotliDecompressSync, gzip: gunzipSync };

describe('an answer', () => {
  it.each(['br', 'gzip'] as const)(
    'travels packed by %s where that is accepted, and is the same unpacked',
    async (coding) => {
      const plain = await list('identity');
      expect([plain.headers['content-encoding'], plain.headers['vary']]).toEqual([
        undefined,
        'Origin, Accept-Encoding',
      ]);
      const packed = await list(coding);
      expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual([coding, 'Origin, Accept-Encoding']);
      expect(packed.bytes.length * 4).toBeLessThan(plain.bytes.length);
      expect(unpackers[coding](packed.bytes).toString()).toBe(plain.bytes.toString());
    },
  );

  it('in a batch is packed too', async () => {
    const batch = { 0: { limit: 100 }, 1: {} };
    const { headers, bytes } = await ask('leads.list,sessions.current?batch=1', batch, { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    const [first, second] = JSON.parse(gunzipSync(bytes).toString());
    expect(first.result.data.items).toHaveLength(100);
    expect(second.result.data.kind).toBe('api_key');
  });

  it('is left as it is where it is small, refused, or a stream', async () => {
    const small = await ask('leads.count', {}, { 'Accept-Encoding': 'br, gzip' });
    const refused = await list('br;q=0, gzip;q=0');
    const stream = await ask('events.stream', {}, { 'Accept-Encoding': 'br, gzip', Accept: 'text/event-stream' });
    for (const { headers } of [small, refused, stream]) expect(headers['content-encoding']).toBeUndefined();
    expect(stream.bytes.toString()).toContain('event: connected');
  });
});
