import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailTransport } from '#adapters/mail-transport';
import { createImapReader } from '#adapters/mailbox-reader';
import { loadConfig } from '#config';
import { startScriptedImap, writeForEver, type ScriptedImap } from '../../../test/fixture/scripted-imap.ts';
import { checkingApart } from './index.ts';

const settings = {
  ...loadConfig({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    SECRET_KEY: 'a secret of tests that is long enough',
    BLOB_ROOT: '/nowhere',
  }).sending,
  allowPrivateHosts: true,
  connectTimeoutMs: 2_000,
};
const apart = checkingApart(
  { mailTransport: createMailTransport(settings), mailboxReader: createImapReader(settings) },
  settings,
);
const away = { ok: false, code: 'unreachable' };
const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of ended.splice(0)) await stop();
});

/** A server that lets everybody in, and says what it likes to a greeting. */
async function smtp(greet: (socket: Socket) => void): Promise<{ port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const [word] = chunk.toString('latin1').split(' ');
      if (word === 'EHLO') greet(socket);
      else socket.write(word === 'AUTH' ? '235 welcome\r\n' : '221 bye\r\n');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ended.push(async () => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  });
  return { port: (server.address() as AddressInfo).port }; // listens on TCP
}

describe('a mail server is checked in a thread, with the same verdicts', () => {
  const imap = async (script?: Parameters<typeof startScriptedImap>[0]): Promise<ScriptedImap> => {
    const server = await startScriptedImap(script);
    ended.push(() => server.stop());
    return server;
  };

  it('for receiving', async () => {
    const { server } = await imap();
    expect(await apart.mailboxReader.check(server)).toEqual({ ok: true });
    expect(await apart.mailboxReader.check({ ...server, port: 1 })).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('accepts no connection on port 1'),
    });
    const flood = await imap({ CAPABILITY: (connection) => writeForEver(connection, '* 2 EXISTS\r\n') });
    expect(await apart.mailboxReader.check(flood.server)).toMatchObject(away);
  });

  it('for sending, while one that floods does not hold the loop that asked', async () => {
    const polite = await smtp((socket) => socket.write('250 AUTH PLAIN\r\n'));
    const flood = await smtp((socket) => {
      const more = () => {
        while (socket.writable && socket.write('250-and more\r\n'.repeat(4_096)));
      };
      socket.on('drain', more);
      more();
    });
    const at = (port: number) => ({ host: '127.0.0.1', port, security: 'none', user: 'noor', password: 'x' }) as const;
    expect(await apart.mailTransport.check(at(polite.port))).toEqual({ ok: true });
    expect(await apart.mailTransport.check(at(1))).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('accepts no connection on port 1'),
    });
    expect(await apart.mailTransport.check(at(flood.port))).toMatchObject(away);
    expect(await apart.mailTransport.check(at(polite.port))).toEqual({ ok: true });
  });
});
