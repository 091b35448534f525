import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@tabard/sdk';
import { openSession, type Person, type SessionRequest } from './open-session.ts';
import { logReport } from './read-request.ts';
import { isFromElsewhere, sendAsset, sendPage } from './send-answer.ts';
import { startServer } from './start-server.ts';

export interface PageOptions {
  name: string;
  /** Used when PORT says nothing. */
  port: number;
  /** The folder with `assets`. */
  folder: string;
  widgets: SessionRequest['widgets'];
  /** The whole page at a path. */
  page: (request: { path: string; nonce: string; apiUrl: string }) => string;
}

/** Who is signed in: a real host knows that from its own session. */
const person: Person = { id: 'usr_17', name: 'Mara Lindqvist', email: 'mara@client.example' };

/**
 * A host with one page for all of its paths, for one client. `npm start` of the product leaves a demo; without settings of
 * its own the host joins that one.
 */
export function servePage({ name, port: usual, folder, widgets, page }: PageOptions): void {
  const port = Number(process.env['PORT'] ?? usual);
  const apiUrl = process.env['API_URL'] ?? 'http://localhost:4000';
  const { apiKey, workspaceId } = settings();
  const platform = createClient({ apiKey, baseUrl: apiUrl });
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  startServer(name, port, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (isFromElsewhere(request)) return void response.writeHead(403).end();
    if (pathname === '/csp-report') return logReport(request, response);
    if (pathname === '/session' && request.method === 'POST')
      return openSession(response, platform, { workspaceId, person, widgets, origins });
    if (pathname.startsWith('/assets/'))
      return sendAsset(response, join(folder, 'assets'), pathname.slice('/assets/'.length));
    sendPage(response, apiUrl, (nonce) => page({ path: pathname, nonce, apiUrl }));
  });
}

function settings(): { apiKey: string; workspaceId: string } {
  const { API_KEY: apiKey, WORKSPACE_ID: workspaceId } = process.env;
  if (apiKey && workspaceId) return { apiKey, workspaceId };
  const file = join(import.meta.dirname, '../../.tabard/demo.json');
  try {
    const demo = JSON.parse(readFileSync(file, 'utf8')) as { apiKey: string; clients: { workspaceId: string }[] }; // written by the demo
    return { apiKey: demo.apiKey, workspaceId: demo.clients[0]?.workspaceId ?? '' };
  } catch {
    throw new Error('Set API_KEY and WORKSPACE_ID, or start the product beside this host first: npm start.');
  }
}
