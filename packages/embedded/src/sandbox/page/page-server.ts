import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { normalizeAddress } from '../address.ts';
import { type StoredMail } from '../mail-schema.ts';
import { type MailStore } from '../mail-store.ts';
import { parseMail } from '../parse-mail.ts';
import { BadRequest, readJson, refuseStrangers, sendJson } from './page-request.ts';
import { CONTROLS, type ControlName } from './read-control.ts';
import { runControl, type Steered } from './run-control.ts';

const ASSETS: Record<string, readonly [file: string, type: string]> = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    ['page', 'reading', 'acts', 'elements'].map((name) => [
      `/${name}.js`,
      [`${name}.js`, 'text/javascript; charset=utf-8'] as const,
    ]),
  ),
};
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** The page that shows every mail, its JSON, its live events, and the controls for tests. */
export function createPageServer(options: Steered): Server {
  return createServer((request, response) => {
    route(options, request, response).catch((error: unknown) => {
      const status = error instanceof BadRequest ? error.status : 500;
      if (response.headersSent) response.destroy();
      else sendJson(response, { error: error instanceof Error ? error.message : 'Failed' }, status);
    });
  });
}

async function route(options: Steered, request: IncomingMessage, response: ServerResponse): Promise<void> {
  refuseStrangers(request);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { store } = options;
  const asset = ASSETS[url.pathname];
  if (request.method === 'GET' && asset) {
    const headers = { 'content-type': asset[1], 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' };
    response.writeHead(200, headers).end(readFileSync(new URL(asset[0], import.meta.url)));
    return;
  }
  if (request.method === 'GET' && url.pathname === '/events') return stream(store, response);
  if (request.method === 'GET' && url.pathname === '/mails') {
    const mails = store.listMails(filterOf(url));
    return sendJson(response, {
      total: store.countMails(),
      mails: mails.map((mail) => ({ ...mail, acts: actsOf(store, mail) })),
    });
  }
  if (request.method === 'GET' && url.pathname === '/control/messages') {
    const mails = store.listMails(filterOf(url));
    return sendJson(response, await Promise.all(mails.map((mail) => describe(store, mail))));
  }
  const one = /^\/mails\/(\d+)(?:\/(html|raw|attachments\/(\d+)))?$/.exec(url.pathname);
  if (request.method === 'GET' && one) return showMail(store, response, Number(one[1]), one[2], url);
  const control = /^\/control\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
  if (request.method === 'POST' && isControl(control))
    return sendJson(response, await runControl(options, control, await readJson(request)));
  throw new BadRequest(404, 'There is no such page.');
}

const isControl = (name: string): name is ControlName => Object.hasOwn(CONTROLS, name);

async function showMail(
  store: MailStore,
  response: ServerResponse,
  id: number,
  view: string | undefined,
  url: URL,
): Promise<void> {
  const mail = store.getMail(id);
  if (!mail) throw new BadRequest(404, 'This mail is gone.');
  const raw = await store.read(mail.blob);
  if (view === 'raw') {
    response
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
      .end(raw);
    return;
  }
  const parsed = await parseMail(raw);
  if (view === 'html') {
    // Loading an image tells the sender it was read, so that needs the reader's word.
    const images = url.searchParams.has('images') ? 'http: https: data:' : 'data:';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src ${images}`,
      'referrer-policy': 'no-referrer',
    });
    response.end(
      `<!doctype html><base target="_blank"><style>body{margin:16px;font:15px/1.5 system-ui,sans-serif;color:#1c2024;background:#fff}</style>${parsed.html ?? ''}`,
    );
    return;
  }
  const attachment = view ? parsed.attachments[Number(view.split('/')[1])] : undefined;
  if (view && !attachment) throw new BadRequest(404, 'There is no such attachment.');
  if (attachment) {
    const name = encodeURIComponent(attachment.filename ?? 'attachment');
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=utf-8''${name}`,
    });
    const content = attachment.content;
    response.end(
      typeof content === 'string'
        ? content
        : Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content),
    );
    return;
  }
  sendJson(response, {
    ...mail,
    headers: parsed.headers.map(({ originalKey, value }) => [originalKey, value]),
    text: parsed.text ?? '',
    hasHtml: Boolean(parsed.html),
    attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? mimeType,
      type: mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
    simulated: Boolean(mail.submittedBy) && !store.isAccount(mail.recipient),
    timeline: store.listActions(mail.id),
  });
}

async function describe(store: MailStore, mail: StoredMail): Promise<object> {
  const raw = await store.read(mail.blob);
  const parsed = await parseMail(raw);
  return {
    ...mail,
    envelope: { from: mail.envelopeFrom, to: mail.envelopeTo },
    headers: parsed.headers.map(({ originalKey, value }) => [originalKey, value]),
    raw: raw.toString('utf8'),
  };
}

function stream(store: MailStore, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(': hello\n\n');
  const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const onMail = (mail: StoredMail) => send('mail', mail.id);
  const onAction = (mail: number) => send('action', mail);
  const onReset = () => send('reset', null);
  store.on('mail', onMail).on('action', onAction).on('reset', onReset);
  response.once('close', () => store.off('mail', onMail).off('action', onAction).off('reset', onReset));
}

function actsOf(store: MailStore, mail: StoredMail): string[] {
  return store
    .listActions(mail.id)
    .flatMap(({ kind, doneAt, outcome }) => (doneAt && !outcome?.startsWith('failed') ? [kind] : []));
}

function filterOf({ searchParams }: URL): Parameters<MailStore['listMails']>[0] {
  const number = (name: string) => (searchParams.has(name) ? Number(searchParams.get(name)) : undefined);
  const since = searchParams.get('since');
  return {
    search: searchParams.get('search') ?? undefined,
    to: normalizeAddress(searchParams.get('to') ?? ''),
    from: normalizeAddress(searchParams.get('from') ?? ''),
    since: since ? (/^\d+$/.test(since) ? Number(since) : Date.parse(since) || 0) : undefined,
    before: number('before'),
    limit: number('limit'),
  };
}
