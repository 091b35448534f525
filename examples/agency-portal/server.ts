import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  isFromElsewhere,
  logReport,
  openSession,
  sendAsset,
  sendPage,
  startServer,
  textOf,
} from '@tabard/example-host-server';
import { createClient } from '@tabard/sdk';
import { appPage, frame, notFoundPage, signInPage, widgetPage, type Client } from './pages.ts';
import { createPeople } from './people.ts';

// An agency's portal for its clients. Everything of the outreach product in it is a custom element under the agency's own
// prefix; this server only signs people in and asks the platform for short-lived embed sessions.

const port = Number(process.env['PORT'] ?? 4001);
const apiUrl = process.env['API_URL'] ?? 'http://localhost:4000';
const apiKey = process.env['API_KEY'] ?? '';
const allClients = JSON.parse(process.env['CLIENTS'] ?? '[]') as Client[]; // written by whoever starts this server
const platform = createClient({ apiKey, baseUrl: apiUrl });
const people = createPeople({ apiUrl, platform, clients: allClients });

const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
const widgets = [
  'app',
  'lead-table',
  'campaign-list',
  'campaign-editor',
  'inbox',
  'analytics-overview',
  'mailbox-list',
  'template-list',
] as const;

startServer('portal', port, answer);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://portal');
  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  if (isFromElsewhere(request)) return void response.writeHead(403).end();
  if (first === 'assets') return sendAsset(response, join(import.meta.dirname, 'public'), second);
  if (first === 'csp-report') return logReport(request, response);
  if (first === 'sign-in')
    return request.method === 'POST'
      ? signIn(request, response)
      : sendPage(response, apiUrl, (nonce) => signInPage(nonce, url.searchParams.get('failed')));
  const signedIn = people.find(request);
  if (!signedIn) return redirect(response, '/sign-in');
  if (first === 'sign-out' && request.method === 'POST')
    return redirect(response, '/sign-in', await people.signOut(request));
  const { person, clients } = signedIn;
  const client = clients.find((candidate) => candidate.slug === first);
  if (!client)
    return first === '' && clients[0]
      ? redirect(response, `/${clients[0].slug}/analytics`)
      : sendPage(response, apiUrl, (nonce) => frame({ nonce, apiUrl, clients, person, content: notFoundPage }), 404);
  if (second === 'session' && request.method === 'POST') {
    // Asked each time: who has left the client since signing in gets no further session.
    if (!(await people.belongsTo(signedIn.token, client))) return void response.writeHead(403).end();
    return openSession(response, platform, { workspaceId: client.workspaceId, person, widgets, origins });
  }
  // Below it the app has addresses of its own; all of them are this page.
  if (second === 'app') {
    const route = url.pathname.slice(`/${first}/app`.length) || '/';
    return sendPage(response, apiUrl, (nonce) => appPage({ nonce, apiUrl, clients, client, route }));
  }
  const content = widgetPage(client, second, third);
  sendPage(
    response,
    apiUrl,
    (nonce) => frame({ nonce, apiUrl, clients, client, person, active: second, content: content ?? notFoundPage }),
    content ? 200 : 404,
  );
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const outcome = await people.signIn(request, new URLSearchParams(await textOf(request)));
  if ('cookie' in outcome) redirect(response, '/', outcome.cookie);
  else redirect(response, `/sign-in?failed=${outcome.refusal}`);
}

function redirect(response: ServerResponse, location: string, cookie?: string): void {
  response.writeHead(303, { location, ...(cookie && { 'set-cookie': cookie }) }).end();
}
