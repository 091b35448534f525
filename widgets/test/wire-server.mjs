/** Answers `/wire/…` as the platform would: the tests of the transport need a real other side. */
const keys = [];

/** What was asked: in the address, or in the body where it would make the address long. */
async function inputOf(context) {
  if (context.query.input) return JSON.parse(context.query.input);
  const parts = [];
  for await (const part of context.req) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

function answerJson(context, status, body) {
  context.status = status;
  context.type = 'application/json';
  context.body = JSON.stringify(body);
}

/** Who is signed in, as the platform says it. */
const session = {
  kind: 'embed_session',
  user: { id: 'usr_1', email: null, name: 'Mara' },
  organization: { id: 'org_1', name: 'Northlight' },
  permissions: ['mailbox.read'],
  widgets: ['mailbox-list'],
  memberships: [],
  workspace: {
    id: 'wsp_1',
    name: 'Harbor & Co',
    timeZone: 'Europe/Amsterdam',
    locale: 'en',
    brand: { displayName: 'Harbor & Co', color: '#2b5fd9', logoUrl: null, fontFamily: null, mode: 'light' },
  },
};

export async function wireServer(context, next) {
  // A service that answers, and whose answers no page of ours may read.
  if (context.path.endsWith('/health/live')) return answerJson(context, 200, { status: 'ok' });
  if (context.path.startsWith('/foreign/')) return void context.req.socket.destroy();
  if (!context.path.startsWith('/wire/')) return next();
  if (context.path.startsWith('/wire/session'))
    return answerJson(context, 200, { clientSecret: `token-of${context.path.slice(13)}`, expiresIn: 600 });
  const name = context.path.replace('/wire/rpc/', '');
  const json = (status, body) => answerJson(context, status, body);
  const refuse = (status, data) => json(status, { error: { message: data.message, data: { status, ...data } } });
  if (context.get('authorization') === 'Bearer token-1')
    return refuse(401, { code: 'auth.invalid_token', message: 'Expired.' });
  if (name === '/wire/uploads')
    return json(400, { type: '/errors/upload-empty', status: 400, code: 'upload.empty', message: 'It is empty.' });
  if (name === 'sessions.current') {
    const color = context.get('authorization').endsWith('/other') ? '#c2185b' : session.workspace.brand.color;
    const workspace = { ...session.workspace, brand: { ...session.workspace.brand, color } };
    return json(200, { result: { data: { ...session, workspace } } });
  }
  if (name === 'mailboxes.list') return json(200, { result: { data: { items: [], nextCursor: null } } });
  if (name === 'leads.list')
    return json(200, { result: { data: { items: [], nextCursor: null, asked: await inputOf(context) } } });
  if (name === 'leads.get')
    return refuse(404, { code: 'lead.not_found', message: 'There is no such lead.', requestId: 'req_7' });
  if (name === 'campaigns.launch') {
    keys.push(context.get('idempotency-key'));
    if (keys.length === 1) return refuse(503, { code: 'internal.unavailable', message: 'Starting.', retryable: true });
    return json(200, { result: { data: { keys } } });
  }
  context.type = 'text/event-stream';
  const event = (id, type) => `id: ${id}\ndata: ${JSON.stringify({ id, type, at: '', data: {} })}\n\n`;
  context.body = `event: connected\ndata: {}\n\n${event('e1', 'lead.created')}event: ping\ndata: \n\n${event('e2', 'lead.updated')}event: return\ndata: \n\n`;
}
