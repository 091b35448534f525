import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mail, scripted, serverAt, transport } from './fixture/open-pool.ts';

/** Says the same again and again for as long as somebody listens; resolves to what was said when the other side hung up. */
function flood(socket: Socket, text: string): Promise<number> {
  const block = text.repeat(Math.ceil(65_536 / text.length));
  const more = () => {
    // Waits until the other side has read, or not.
    while (socket.writable && socket.write(block));
  };
  socket.on('drain', more);
  more();
  return new Promise((resolve) => socket.once('close', () => resolve(socket.bytesWritten)));
}
/** What fits into the buffers of both sides at most: what was said beyond that was read. */
const unread = 64 * 1024 * 1024;

describe('a server that talks without end', () => {
  it.each([
    ['replies', '250 2.0.0 ok\r\n'],
    ['one reply', '250-2.0.0 ok\r\n'],
    ['one line', 'ok '],
  ])('is hung up on after it has accepted a mail: %s', async (_what, text) => {
    let ended: Promise<number> | undefined;
    const { sink, pool } = await scripted({
      '.': (socket) => {
        socket.write('250 2.0.0 taken\r\n');
        ended = flood(socket, text);
      },
    });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(await ended).toBeLessThan(unread);
    sink.script = {};
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(sink.connections).toBe(2);
  });

  it.each([
    ['greeting', '220-hello\r\n'],
    ['greeting', 'hello '],
    ['EHLO', '250-MORE\r\n'],
    ['MAIL', '250-ok\r\n'],
    ['DATA', '354-go\r\n'],
  ])('at %s by %j sends nothing and is hung up on', async (stage, text) => {
    let ended: Promise<number> | undefined;
    const { sink, pool } = await scripted({ [stage]: (socket) => void (ended = flood(socket, text)) });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind: 'temporary', blame: 'mailbox' });
    expect(await ended).toBeLessThan(unread);
    expect(sink.messages).toEqual([]);
  });

  it('at a check is hung up on, also after we have said goodbye', async () => {
    let ended: Promise<number> | undefined;
    const { sink } = await scripted({ QUIT: (socket) => void (ended = flood(socket, '221 bye\r\n')) });
    expect(await transport.check(serverAt(sink.port))).toEqual({ ok: true });
    await expect.poll(() => ended !== undefined).toBe(true);
    expect(await ended).toBeLessThan(unread);
  });
});

describe('a server that speaks without being asked', () => {
  it('between two mails loses the connection; the next mail has another', async () => {
    let kept: Socket | undefined;
    const { sink, pool } = await scripted({
      '.': (socket) => {
        kept = socket;
        socket.write('250 2.0.0 taken\r\n');
      },
    });
    await pool.submit(mail());
    const ended = new Promise((resolve) => kept!.once('close', resolve));
    kept!.write('250 2.0.0 by the way\r\n');
    await ended;
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(sink.connections).toBe(2);
  });

  it('before the message has arrived has not taken it', async () => {
    const { sink, pool } = await scripted({
      DATA: (socket) => void socket.write('354 go on\r\n250 2.0.0 taken before it came\r\n'),
    });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind: 'temporary' });
    expect(sink.messages).toEqual([]);
  });
});
