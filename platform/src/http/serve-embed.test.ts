import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../test/fixture/index.ts';

const version = 'k3v9x2ab';
const code = `export const words = ${JSON.stringify('a sentence that repeats itself. '.repeat(200))};\n`;
let outside: string;
let server: TestServer;
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'embed-test-'));
  const root = join(outside, 'embed');
  await mkdir(join(root, version), { recursive: true });
  await writeFile(join(outside, 'secret.js'), 'not yours');
  await writeFile(join(root, 'v1.js'), `export * from './${version}/entry.js';\n`);
  await writeFile(join(root, 'integrity.json'), JSON.stringify({ [`${version}/entry.js`]: 'sha384-x' }));
  await writeFile(join(root, 'chunk-AB12CD34.js'), code);
  await writeFile(join(root, version, 'entry.js'), code);
  await writeFile(join(root, version, 'entry.js.map'), '{}');
  await writeFile(join(root, version, '.hidden.js'), 'not yours');
  await symlink(outside, join(root, 'out'));
  server = await startTestServer({ env: { EMBED_ROOT: root } });
});
afterAll(async () => {
  await server.stop();
  await rm(outside, { recursive: true, force: true });
});

/** Asks with the path as it is written: `fetch` would tidy it up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    httpRequest({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the bundle', () => {
  it('is kept for a year where a version is in the address, and asked for again where none is', async () => {
    const year = 'public, max-age=31536000, immutable';
    for (const path of [`/embed/${version}/entry.js`, '/embed/chunk-AB12CD34.js'])
      expect((await ask(path)).headers, path).toMatchObject({ 'cache-control': year });
    for (const path of ['/embed/v1.js', '/embed/v1.js?prefix=acme', '/embed/integrity.json'])
      expect((await ask(path)).headers['cache-control'], path).toMatch(/^public, max-age=300,/);
  });

  it('may be used by pages of every origin, which learn nothing of who serves it', async () => {
    const { status, headers, body } = await ask('/embed/v1.js', { Origin: 'https://portal.example.com' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect(JSON.stringify(headers) + body.toString()).not.toMatch(/tabard|koa|express/i);
    expect((await ask('/embed/integrity.json')).headers['content-type']).toBe('application/json');
  });

  it('travels packed as the browser takes it, and is the same code unpacked', async () => {
    const path = `/embed/${version}/entry.js`;
    const brotli = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
    expect([brotli.headers['content-encoding'], brotli.headers['vary']]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(code);
    const gzipped = await ask(path, { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzipped.body).toString()).toBe(code);
    const plain = await ask(path);
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, code]);
  });

  it('is not sent again to a page that has it', async () => {
    const first = await ask('/embed/v1.js', { 'Accept-Encoding': 'br' });
    const again = await ask('/embed/v1.js', {
      'Accept-Encoding': 'br',
      'If-None-Match': String(first.headers['etag']),
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await ask(`/embed/${version}/entry.js`, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(code.length)]);
  });

  it('of a new build is served at once under the alias', async () => {
    const alias = join(outside, 'embed', 'v1.js');
    await writeFile(alias, `export * from './next/entry.js'; // ${Date.now()}\n`);
    expect((await ask('/embed/v1.js')).body.toString()).toContain('./next/entry.js');
  });
});

describe('an address below the bundle', () => {
  it.each([
    '/embed/../secret.js',
    '/embed/%2e%2e/secret.js',
    '/embed/..%2fsecret.js',
    '/embed/..\\secret.js',
    `/embed/${version}/../../secret.js`,
    '/embed//etc/passwd.js',
    '/embed/out/secret.js',
    `/embed/${version}/.hidden.js`,
    `/embed/${version}/entry.js%00.js`,
    `/embed/${version}/entry.js.map`,
    `/embed/${version}/entry.js.br`,
    `/embed/${version}/`,
    `/embed/${version}`,
    '/embed/',
    '/embed/absent.js',
  ])('%s gives nothing away', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('not yours');
  });

  it('refuses to be written to', async () => {
    const { status, headers } = await ask('/embed/v1.js', {}, 'POST');
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});
