import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const endings: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Builds the documentation as it is published and serves it like a static host. */
export async function serveSite(): Promise<{ url: string; close(): Promise<void> }> {
  // Whoever has just built everything says so.
  if (process.env['ALREADY_BUILT'] !== '1') await buildSite();
  const server = createServer((request, response) => {
    const path = join(root, 'dist', decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': endings[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function buildSite(): Promise<void> {
  const quiet = { cwd: root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } };
  await run(process.execPath, [join(root, '../widgets/wrappers/write-manifest.ts')]);
  await run(process.execPath, ['--disable-warning=ExperimentalWarning', 'generate.ts'], quiet);
  await run(join(root, 'node_modules/.bin/astro'), ['build', '--silent'], quiet);
}
