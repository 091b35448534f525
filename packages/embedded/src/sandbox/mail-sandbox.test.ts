import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailSandbox, startMailSandbox } from './start-mail-sandbox.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'mail-sandbox-test-'));
const sender = 'mara@harbor.example';
const ports = { smtpPort: 0, imapPort: 0, httpPort: 0 };
const visits: { method: string; path: string; agent: string; body: string }[] = [];
const people = { speed: 1_000, seed: 'test', recipients: { delays: { slowOpen: 100, slowReply: 200 } } };
let sandbox: MailSandbox;
let site = '';

const web = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const path = request.url ?? '';
  visits.push({ method: request.method ?? '', path, agent: request.headers['user-agent'] ?? '', body });
  if (path === '/click') {
    response.writeHead(302, { location: 'https://elsewhere.example/page' }).end();
    return;
  }
  const form =
    '<form method="post" action="/stop"><input type="hidden" name="token" value="a&amp;b"><button>Yes</button></form>';
  response.end(path === '/stop' && request.method === 'GET' ? form : 'ok');
});

function transport(options: { user?: string; pass?: string } = {}) {
  return createTransport({
    ...sandbox.smtp,
    secure: false,
    ignoreTLS: true,
    auth: { user: options.user ?? sender, pass: options.pass ?? 'sandbox' },
  });
}

function send(to: string, extra: object = {}) {
  return transport().sendMail({
    from: `Mara Lindholm <${sender}>`,
    to,
    subject: 'Your Rotterdam lanes',
    text: 'Hello, are you the right person for this? Thanks for your time.',
    html: `<p>Hello</p><a href="${site}/click">Look</a> <a href="${site}/stop">Unsubscribe</a><img src="${site}/pixel" width="1" height="1">`,
    ...extra,
  });
}

async function login(user = sender): Promise<ImapFlow> {
  const client = new ImapFlow({ ...sandbox.imap, secure: false, auth: { user, pass: 'sandbox' }, logger: false });
  await client.connect();
  return client;
}

const inbox = () => sandbox.messages({ to: sender });
const waitFor = async <T>(read: () => T) => {
  await expect.poll(read, { timeout: 8_000, interval: 25 }).toBeTruthy();
  return read();
};

beforeAll(async () => {
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  site = `http://localhost:${address && typeof address === 'object' ? address.port : 0}`;
});
beforeEach(async () => {
  sandbox = await startMailSandbox({ stateDir, ...ports, ...people });
});
afterEach(async () => {
  sandbox.reset();
  visits.length = 0;
  await sandbox.stop();
});
afterAll(() => {
  web.close();
  rmSync(stateDir, { recursive: true, force: true });
});

describe('the SMTP sink', () => {
  it('takes mail from anybody with the password and refuses a wrong one with 535', async () => {
    await expect(send('ignore-anna@client.example')).resolves.toMatchObject({
      response: expect.stringMatching(/^250 /),
    });
    await expect(transport({ pass: 'wrong' }).verify()).rejects.toMatchObject({ responseCode: 535 });
    expect(sandbox.messages()).toMatchObject([
      { recipient: 'ignore-anna@client.example', submittedBy: sender, subject: 'Your Rotterdam lanes' },
    ]);
  });

  it('refuses an unknown recipient in the session, and misbehaves as told', async () => {
    await expect(send('reject-1@client.example')).rejects.toMatchObject({
      responseCode: 550,
      response: expect.stringContaining('5.1.1'),
    });
    sandbox.setFaults([{ kind: 'greylist', times: 1 }]);
    await expect(send('ignore@client.example')).rejects.toMatchObject({ responseCode: 451 });
    await expect(send('ignore@client.example')).resolves.toBeTruthy();
    sandbox.setFaults([{ kind: 'unavailable', times: 1 }]);
    await expect(send('ignore@client.example')).rejects.toMatchObject({ responseCode: 421 });
    sandbox.setFaults([{ kind: 'delay_reply', times: 1, delayMs: 300 }]);
    const begun = performance.now();
    await send('ignore@client.example');
    expect(performance.now() - begun).toBeGreaterThan(290);
  });

  it('can take a mail and cut the line before saying so', async () => {
    sandbox.setFaults([{ kind: 'disconnect_after_dot', match: 'ignore-cut', times: 1 }]);
    await expect(send('ignore-cut@client.example')).rejects.toThrow();
    expect(sandbox.messages()).toHaveLength(1);
  });
});

describe('the IMAP server', () => {
  it('signs in with the password only, and lists the special folders', async () => {
    const wrong = new ImapFlow({ ...sandbox.imap, secure: false, auth: { user: sender, pass: 'no' }, logger: false });
    await expect(wrong.connect()).rejects.toMatchObject({ authenticationFailed: true });
    const client = await login();
    const folders = await client.list();
    expect(folders.map(({ path, specialUse }) => [path, specialUse])).toEqual(
      expect.arrayContaining([
        ['INBOX', '\\Inbox'],
        ['Sent', '\\Sent'],
        ['Drafts', '\\Drafts'],
        ['Trash', '\\Trash'],
      ]),
    );
    await client.logout();
  });

  it('shows a mail with envelope, structure, parts and source, and finds it by header', async () => {
    const attachments = [{ filename: 'plan.txt', content: 'the plan' }];
    const { messageId } = await send('Zoë Ek <ignore-zoe@client.example>', { subject: 'Zoë – ça va?', attachments });
    const client = await login('ignore-zoe@client.example');
    const lock = await client.getMailboxLock('INBOX');
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    expect(found).toEqual([1]);
    expect(await client.search({ from: 'nobody' })).toEqual([]);
    const mail = await client.fetchOne(
      '1',
      { uid: true, envelope: true, bodyStructure: true, source: true, flags: true, headers: ['subject'] },
      { uid: true },
    );
    if (!mail) throw new Error('no mail');
    expect(mail.envelope).toMatchObject({
      subject: 'Zoë – ça va?',
      messageId,
      from: [{ name: 'Mara Lindholm', address: sender }],
    });
    expect(mail.bodyStructure).toMatchObject({
      type: 'multipart/mixed',
      childNodes: [{ type: 'multipart/alternative' }, { disposition: 'attachment' }],
    });
    expect(mail.source?.toString()).toContain('MIME-Version: 1.0');
    expect(mail.headers?.toString()).toMatch(/^subject:/i);
    const part = await client.download('1', '2', { uid: true });
    let text = '';
    for await (const chunk of part.content ?? []) text += String(chunk);
    expect(text).toBe('the plan');
    await client.messageFlagsAdd('1', ['\\Seen'], { uid: true });
    expect(await client.search({ seen: false })).toEqual([]);
    await client.messageMove('1', 'Trash', { uid: true });
    expect(await client.status('Trash', { messages: true })).toMatchObject({ messages: 1 });
    lock.release();
    await client.logout();
  });

  it('keeps what is appended to Sent', async () => {
    const client = await login();
    const raw = 'From: a@b.example\r\nSubject: kept é\r\n\r\nbody\r\n';
    expect(await client.append('Sent', raw, ['\\Seen'])).toMatchObject({ uid: 1 });
    const lock = await client.getMailboxLock('Sent');
    const mail = await client.fetchOne('*', { source: true, flags: true });
    if (mail) expect([mail.source?.toString(), mail.flags?.has('\\Seen')]).toEqual([raw, true]);
    lock.release();
    await client.logout();
  });

  it('tells an idling client about new mail, and about all of it after a restart', async () => {
    const client = await login();
    await client.mailboxOpen('INBOX');
    const grown = once(client, 'exists');
    void client.idle();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await transport({ user: 'other@x.example' }).sendMail({
      from: 'other@x.example',
      to: sender,
      subject: 'ping',
      text: 'x',
    });
    expect((await grown)[0]).toMatchObject({ path: 'INBOX', count: 1, prevCount: 0 });
    const validity = client.mailbox && client.mailbox.uidValidity;
    client.close();
    await sandbox.stop();
    sandbox = await startMailSandbox({ stateDir, ...ports, ...people });
    const again = await login();
    const opened = await again.mailboxOpen('INBOX');
    expect([opened.exists, opened.uidNext, opened.uidValidity]).toEqual([1, 2, validity]);
    await again.logout();
  });
});

describe('simulated people', () => {
  it('open by loading the images, as a program a person would use', async () => {
    await send('open-anna@client.example');
    const visit = await waitFor(() => visits[0]);
    expect(visit).toMatchObject({ method: 'GET', path: '/pixel', agent: expect.stringMatching(/^Mozilla\/5\.0 \(/) });
  });

  it('click, follow redirects, and never leave this machine', async () => {
    await send('click-anna@client.example');
    await waitFor(() => visits.some(({ path }) => path === '/click'));
    const [mail] = sandbox.messages();
    const read = async () => {
      const answer = await fetch(`${sandbox.url}/mails/${mail?.id}`);
      const { timeline } = (await answer.json()) as { timeline: { kind: string; outcome: string | null }[] };
      return timeline.find(({ kind }) => kind === 'click')?.outcome;
    };
    await expect.poll(read).toBe('not fetched, outside this machine: https://elsewhere.example/page');
  });

  it('reply in the thread with their own name, and answer again at most three times', async () => {
    const sent = await send('Anna Ek <reply-question@client.example>');
    for (let turn = 1; turn <= 3; turn++) {
      await waitFor(() => inbox().length === turn);
      const [reply] = inbox();
      if (!reply) throw new Error('no reply');
      const parsed = await PostalMime.parse(await sandbox.read(reply));
      expect(reply).toMatchObject({ fromName: 'Anna Ek', fromAddress: 'reply-question@client.example' });
      expect(parsed.subject).toBe('Re: Your Rotterdam lanes');
      if (turn === 1) {
        expect([parsed.inReplyTo, parsed.references]).toEqual([sent.messageId, sent.messageId]);
        expect(parsed.text).toContain('> Hello, are you the right person');
      }
      await send('Anna Ek <reply-question@client.example>', {
        subject: parsed.subject,
        inReplyTo: parsed.messageId,
        references: `${parsed.references} ${parsed.messageId}`,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(inbox()).toHaveLength(3);
  });

  it('send out-of-office notes that say they are automatic', async () => {
    await send('ooo-anna@client.example');
    const [note] = (await waitFor(() => (inbox().length ? inbox() : null))) ?? [];
    expect(note && (await sandbox.read(note)).toString()).toMatch(/^Auto-Submitted: auto-replied\r$/m);
  });

  it('bounce with a delivery status notification to the return path', async () => {
    await send('bounce+7@client.example', {
      envelope: { from: 'mara+v7@harbor.example', to: 'bounce+7@client.example' },
    });
    const [report] =
      (await waitFor(() =>
        sandbox.messages({ to: 'mara+v7@harbor.example' }).length
          ? sandbox.messages({ to: 'mara+v7@harbor.example' })
          : null,
      )) ?? [];
    const raw = report ? (await sandbox.read(report)).toString() : '';
    expect(raw).toContain('report-type=delivery-status');
    expect(raw).toMatch(/^Final-Recipient: rfc822;bounce\+7@client\.example\r$/m);
    expect(raw).toMatch(/^Status: 5\.\d\.\d\r$/m);
    const client = await login();
    expect(await client.status('INBOX', { messages: true })).toMatchObject({ messages: 1 });
    await client.logout();
  });

  it('complain by a feedback report', async () => {
    await send('complain@client.example');
    const [report] = (await waitFor(() => (inbox().length ? inbox() : null))) ?? [];
    const raw = report ? (await sandbox.read(report)).toString() : '';
    expect(raw).toContain('report-type=feedback-report');
    expect(raw).toContain('Feedback-Type: abuse');
  });

  it('unsubscribe by one click, and by the footer with its form', async () => {
    const headers = {
      'List-Unsubscribe': `<${site}/one-click>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    sandbox.setBehaviour('a@client.example', { act: 'unsubscribe', byFooter: false });
    sandbox.setBehaviour('b@client.example', { act: 'unsubscribe', byFooter: true });
    await send('a@client.example', { headers });
    await send('b@client.example', { headers });
    await waitFor(() => visits.filter(({ method }) => method === 'POST').length === 2);
    const posts = visits.filter(({ method }) => method === 'POST').map(({ path, body }) => `${path} ${body}`);
    expect(posts.toSorted()).toEqual(['/one-click List-Unsubscribe=One-Click', '/stop token=a%26b']);
  });

  it('are the same people for the same seed, and remember their plans over a restart', async () => {
    await sandbox.stop();
    sandbox = await startMailSandbox({ stateDir, ...ports, speed: 1 });
    sandbox.setBehaviour('late@client.example', { act: 'open', delaySeconds: 60, proxied: false });
    await send('late@client.example');
    await sandbox.stop();
    expect(visits).toEqual([]);
    sandbox = await startMailSandbox({ stateDir, ...ports });
    const [mail] = sandbox.messages();
    const detail = (await (await fetch(`${sandbox.url}/mails/${mail?.id}`)).json()) as {
      timeline: { kind: string; doneAt: number | null }[];
    };
    expect(detail.timeline).toMatchObject([{ kind: 'open', doneAt: null }]);
  });
});

describe('the page and its controls', () => {
  it('lists, shows and steers mail, for this machine only', async () => {
    await send('ignore-anna@client.example');
    const list = (await (await fetch(`${sandbox.url}/mails?search=rotterdam`)).json()) as { mails: { id: number }[] };
    expect(list.mails).toHaveLength(1);
    const post = (path: string, body: object, headers = {}) =>
      fetch(sandbox.url + path, { method: 'POST', body: JSON.stringify(body), headers });
    const acted = await post('/control/act', { messageId: list.mails[0]?.id, action: 'reply' });
    expect(await acted.json()).toEqual({ outcome: `sent to ${sender}` });
    expect((await post('/control/reset', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/control/act', { messageId: 1, action: 'dance' })).status).toBeGreaterThanOrEqual(400);
    const html = await fetch(`${sandbox.url}/mails/${list.mails[0]?.id}/html`);
    expect(html.headers.get('content-security-policy')).toContain('img-src data:');
  });

  it('names the busy port', async () => {
    await expect(startMailSandbox({ stateDir, ...ports, imapPort: sandbox.imap.port })).rejects.toMatchObject({
      code: 'sandbox.port_busy',
      message: expect.stringContaining(String(sandbox.imap.port)),
    });
  });
});
