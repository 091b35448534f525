import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createClient, isTabardError } from '@tabard/sdk';
import { appPage, contentSecurityPolicy, frame, notFoundPage, signInPage, widgetPage, type Client } from './pages.ts';

// An agency's portal for its clients. Everything of the outreach product in it is a custom element under the agency's own
// prefix; this server only signs people in and asks the platform for short-lived embed sessions.

const port = Number(process.env['PORT'] ?? 4001);
const apiUrl = process.env['API_URL'] ?? 'http://localhost:4000';
const apiKey = process.env['API_KEY'] ?? '';
const clients = JSON.parse(process.env['CLIENTS'] ?? '[]') as Client[]; // written by whoever starts this server
const cookieKey = randomBytes(32);
const platform = createClient({ apiKey, baseUrl: apiUrl });

const assets: Record<string, string> = {
  'portal.css': 'text/css; charset=utf-8',
  'portal.js': 'text/javascript; charset=utf-8',
};

interface Person {
  id: string;
  name: string;
  email: string;
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('Something went wrong. Try again in a moment.');
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://portal');
  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  if (
    request.method === 'POST' &&
    request.headers['sec-fetch-site'] &&
    request.headers['sec-fetch-site'] !== 'same-origin'
  )
    return void response.writeHead(403).end();
  if (first === 'assets' && second in assets) return sendAsset(response, second);
  if (first === 'csp-report') return logReport(request, response);
  if (first === 'sign-in')
    return request.method === 'POST'
      ? signIn(request, response)
      : page(response, (nonce) => signInPage(nonce, url.searchParams.get('failed') !== null));
  const person = personOf(request);
  if (!person) return redirect(response, '/sign-in');
  if (first === 'sign-out' && request.method === 'POST')
    return redirect(response, '/sign-in', 'portal=; Path=/; Max-Age=0');
  const client = clients.find((candidate) => candidate.slug === first);
  if (!client)
    return first === '' && clients[0]
      ? redirect(response, `/${clients[0].slug}/analytics`)
      : page(response, (nonce) => frame({ nonce, apiUrl, clients, person, content: notFoundPage }), 404);
  if (second === 'session' && request.method === 'POST') return openSession(response, client, person);
  // Below it the app has addresses of its own; all of them are this page.
  if (second === 'app') {
    const route = url.pathname.slice(`/${first}/app`.length) || '/';
    return page(response, (nonce) => appPage({ nonce, apiUrl, clients, client, person, route }));
  }
  const content = widgetPage(client, second, third);
  page(
    response,
    (nonce) => frame({ nonce, apiUrl, clients, client, person, active: second, content: content ?? notFoundPage }),
    content ? 200 : 404,
  );
}

/** The one call that embedding needs: the page gets a token that is good for minutes, for this page and this client only. */
async function openSession(response: ServerResponse, client: Client, person: Person): Promise<void> {
  const { clientSecret, expiresAt } = await platform.embedSessions.create({
    workspaceId: client.workspaceId,
    user: { externalId: person.id, name: person.name, email: person.email },
    widgets: {
      app: {},
      'lead-table': {},
      'campaign-list': {},
      'campaign-editor': {},
      inbox: {},
      'analytics-overview': {},
      'mailbox-list': {},
      'template-list': {},
    },
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
  });
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ clientSecret, expiresAt }));
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await textOf(request));
  try {
    // This portal keeps no passwords of its own: the agency's people are users of the platform.
    const { user } = await createClient({ baseUrl: apiUrl }).sessions.signIn({
      email: form.get('email') ?? '',
      password: form.get('password') ?? '',
    });
    const value = Buffer.from(JSON.stringify(user)).toString('base64url');
    redirect(response, '/', `portal=${value}.${sign(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=28800`);
  } catch (error) {
    if (!isTabardError(error)) throw error;
    redirect(response, '/sign-in?failed');
  }
}

function sign(value: string): string {
  return createHmac('sha256', cookieKey).update(value).digest('base64url');
}

function personOf(request: IncomingMessage): Person | null {
  const [value = '', signature = ''] =
    /(?:^|;\s*)portal=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]?.split('.') ?? [];
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(value))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return JSON.parse(Buffer.from(value, 'base64url').toString()) as Person; // signed by us
}

function page(response: ServerResponse, html: (nonce: string) => string, status = 200): void {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(nonce, apiUrl),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(html(nonce));
}

function sendAsset(response: ServerResponse, name: string): void {
  response.writeHead(200, { 'content-type': assets[name], 'cache-control': 'no-cache' });
  createReadStream(join(import.meta.dirname, 'public', name)).pipe(response);
}

async function logReport(request: IncomingMessage, response: ServerResponse): Promise<void> {
  console.error(`content security policy report: ${await textOf(request)}`);
  response.writeHead(204).end();
}

function redirect(response: ServerResponse, location: string, cookie?: string): void {
  response.writeHead(303, { location, ...(cookie && { 'set-cookie': cookie }) }).end();
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request)
    if ((text += String(chunk)).length > 10_000) throw new Error('The form is too large.');
  return text;
}

server.listen(port, '127.0.0.1', () => console.log(`portal on http://localhost:${port}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
