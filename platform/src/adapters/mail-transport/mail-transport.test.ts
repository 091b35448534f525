import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailServer, MailTransport } from '#ports';
import { startScriptedServer } from './fixture/scripted-server.ts';
import { createSesTransport, createSmtpTransport } from './index.ts';

type Behaviour = 'accept' | 'refuse' | 'busy' | 'wrong_password' | 'hang_up' | 'silent';
/** Only who never answers is waited for in vain. */
const timeLimit: Partial<Record<Behaviour, number>> = { silent: 300 };
/** A provider that behaves as it is told, and what it got. */
interface Provider {
  transport: MailTransport;
  server: MailServer;
  messages: string[];
  stop(): Promise<void>;
}

async function startSmtp(behaviour: Behaviour): Promise<Provider> {
  const sink = await startScriptedServer(
    {
      accept: {},
      refuse: { '.': '554 5.6.0 bad content' },
      busy: { '.': '452 4.3.1 later' },
      wrong_password: { AUTH: '535 5.7.8 no' },
      hang_up: { '.': (socket: Socket) => void socket.destroy() },
      silent: { '.': () => undefined },
    }[behaviour],
  );
  return {
    transport: createSmtpTransport({ allowPrivateHosts: true, dataTimeoutMs: timeLimit[behaviour] ?? 10_000 }),
    server: { host: '127.0.0.1', port: sink.port, security: 'none', user: 'ann', password: 'secret' },
    messages: sink.messages,
    stop: sink.stop,
  };
}

async function startSes(behaviour: Behaviour): Promise<Provider & { tags: unknown[] }> {
  const messages: string[] = [];
  const tags: unknown[] = [];
  const answer = (response: ServerResponse, status: number, type: string, body: object) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
      .end(JSON.stringify(body));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (behaviour === 'wrong_password')
      return answer(response, 403, 'InvalidClientTokenId', { message: 'no such key' });
    if (request.method === 'GET') return answer(response, 200, '', { SendingEnabled: true });
    if (behaviour === 'refuse') return answer(response, 400, 'MessageRejected', { message: 'bad content' });
    if (behaviour === 'busy') return answer(response, 429, 'TooManyRequestsException', { message: 'later' });
    const { Content, EmailTags } = JSON.parse(text);
    messages.push(Buffer.from(Content.Raw.Data, 'base64').toString());
    tags.push(EmailTags);
    if (behaviour === 'hang_up') return request.socket.destroy();
    if (behaviour === 'accept') return answer(response, 200, '', { MessageId: '0100' });
    return undefined;
  };
  const stub = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
  const { port } = stub.address() as AddressInfo; // listens on TCP
  return {
    transport: createSesTransport({
      connectTimeoutMs: 5_000,
      dataTimeoutMs: timeLimit[behaviour] ?? 10_000,
      endpoint: `http://127.0.0.1:${port}`,
    }),
    server: { host: 'email.eu-west-1.amazonaws.com', port: 443, security: 'tls', user: 'AKIA', password: 'secret' },
    messages,
    tags,
    async stop() {
      stub.closeAllConnections();
      await new Promise((resolve) => stub.close(resolve));
    },
  };
}

const raw = Buffer.from('Subject: Hi\r\n\r\nHello\r\n');
const envelope = { from: 'ann@example.com', to: 'bob@example.org' };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

describe.each([
  ['SMTP', startSmtp],
  ['the interface of Amazon SES', startSes],
])('sending by %s', (_name, start) => {
  const submit = async (behaviour: Behaviour, extra: object = {}) => {
    const provider = await start(behaviour);
    const pool = provider.transport.open(provider.server, { connections: 2 });
    closing.push(provider.stop, () => pool.close());
    return { provider, pool, result: await pool.submit({ envelope, raw, ...extra }) };
  };

  it('delivers the message byte for byte', async () => {
    const { provider, result } = await submit('accept');
    expect(result).toMatchObject({ outcome: 'accepted', reply: expect.stringMatching(/^2/) });
    expect(provider.messages).toEqual([raw.toString()]);
  });

  it.each([
    ['refuse', 'permanent', 'mail'],
    ['busy', 'temporary', undefined],
    ['wrong_password', 'permanent', 'mailbox'],
  ] as const)('tells refusals apart: %s is %s', async (behaviour, kind, blame) => {
    const { result } = await submit(behaviour);
    expect(result).toMatchObject({ outcome: 'refused', kind, ...(blame && { blame }), code: expect.any(Number) });
  });

  it.each(['hang_up', 'silent'] as const)(
    'leaves the fate of a mail unknown when the answer is missing (%s), and sends it once',
    async (behaviour) => {
      const { provider, result } = await submit(behaviour);
      expect(result).toMatchObject({ outcome: 'unknown' });
      expect(provider.messages).toHaveLength(1);
    },
  );

  it('means that nothing was sent when nobody is there', async () => {
    const provider = await start('accept');
    await provider.stop();
    const pool = provider.transport.open(provider.server, { connections: 1 });
    expect(await pool.submit({ envelope, raw })).toMatchObject({
      outcome: 'refused',
      kind: 'temporary',
      blame: 'mailbox',
      code: null,
    });
    await pool.close();
  });

  it('sends nothing when our own gate says no, or cannot say', async () => {
    const { provider, pool, result } = await submit('accept', { gate: async () => false });
    expect(result).toEqual({ outcome: 'gated' });
    const gate = () => Promise.reject(new Error('database away'));
    expect(await pool.submit({ envelope, raw, gate })).toMatchObject({ outcome: 'refused', kind: 'temporary' });
    expect(provider.messages).toEqual([]);
  });

  it('tells where it stands before and after the message', async () => {
    const stages: string[] = [];
    const { provider } = await submit('accept', {
      onProgress: (stage: string) => void stages.push(stage),
    });
    expect(stages).toEqual(['before_data', 'after_data']);
    expect(provider.messages).toHaveLength(1);
  });

  it('checks the sign-in and sends nothing', async () => {
    for (const [behaviour, expected] of [
      ['accept', { ok: true }],
      ['wrong_password', { ok: false, code: 'authentication_failed' }],
    ] as const) {
      const provider = await start(behaviour);
      expect(await provider.transport.check(provider.server)).toMatchObject(expected);
      expect(provider.messages).toEqual([]);
      await provider.stop();
    }
  });

  it('refuses mails after it was closed', async () => {
    const { pool } = await submit('accept');
    await pool.close();
    expect(await pool.submit({ envelope, raw })).toMatchObject({ outcome: 'refused', kind: 'temporary' });
  });
});

it('a mail sent by Amazon SES carries its tag', async () => {
  const provider = await startSes('accept');
  const pool = provider.transport.open(provider.server, { connections: 1 });
  await pool.submit({ envelope, raw, tag: 'dlv_1' });
  expect(provider.tags).toEqual([[{ Name: 'delivery', Value: 'dlv_1' }]]);
  await pool.close();
  await provider.stop();
});
