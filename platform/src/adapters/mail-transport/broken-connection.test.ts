import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { impatient, mail, scripted, serverAt, transport } from './fixture/open-pool.ts';
import { startScriptedServer } from './fixture/scripted-server.ts';

describe('a broken connection', () => {
  const hangUp = (socket: Socket) => void socket.destroy();
  it.each([
    ['greeting', 'temporary'],
    ['EHLO', 'temporary'],
    ['AUTH', 'temporary'],
    ['MAIL', 'temporary'],
    ['RCPT', 'temporary'],
    ['DATA', 'temporary'],
  ])('at %s means that the mail was not sent', async (stage, kind) => {
    const { sink, pool } = await scripted({ [stage]: hangUp });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind, blame: 'mailbox', code: null });
    expect(sink.messages).toEqual([]);
  });

  it('after the final dot leaves the fate of the mail unknown, and is never tried again', async () => {
    const { sink, pool } = await scripted({ '.': hangUp });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'unknown' });
    expect(sink.messages).toHaveLength(1);
  });

  it('by a server that never answers the message leaves its fate unknown', async () => {
    const { pool } = await scripted({ '.': () => undefined }, { through: impatient });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'unknown' });
  });

  it('in the middle of a large message means that it was not sent', async () => {
    const { pool } = await scripted({
      EHLO: '250-sink\r\n250 AUTH PLAIN',
      DATA: (socket) => {
        socket.write('354 go on\r\n');
        socket.pause();
        setTimeout(() => socket.destroy(), 100);
      },
    });
    const raw = Buffer.from(`${'x'.repeat(70)}\r\n`.repeat(400_000));
    expect(await pool.submit(mail({ raw }))).toMatchObject({ outcome: 'refused', kind: 'temporary' });
  });

  it('is not waited for by other mails: a late answer is still an answer', async () => {
    const { pool } = await scripted({ '.': (socket) => void setTimeout(() => socket.write('250 late\r\n'), 300) });
    expect(await pool.submit(mail())).toEqual({ outcome: 'accepted', reply: '250 late' });
  });

  it('fails all waiting mails at once when the server cannot be reached', async () => {
    const sink = await startScriptedServer();
    await sink.stop();
    const pool = transport.open(serverAt(sink.port), { connections: 2 });
    const results = await Promise.all(Array.from({ length: 50 }, () => pool.submit(mail())));
    for (const result of results)
      expect(result).toMatchObject({ outcome: 'refused', kind: 'temporary', blame: 'mailbox', code: null });
    await pool.close();
  });

  it('by something that is not a mail server is a refusal', async () => {
    const { pool } = await scripted({ greeting: 'HTTP/1.1 400 Bad Request' });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind: 'temporary', blame: 'mailbox' });
  });
});
