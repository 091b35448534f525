import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArrivedMail, MailboxReaderOptions, MailServer } from '#ports';
import { startFolderWorld, startImapWorld, type World } from '../../../test/fixture/mail-worlds.ts';
import { createImapReader } from './index.ts';

const mailOf = (name: string) => `Message-ID: <${name}@example.com>\r\nSubject: ${name}\r\n\r\nHello ä\r\n`;

/** Reads in the background and keeps what it was told. */
function startReading(world: World, server: MailServer, extra: Partial<MailboxReaderOptions> = {}) {
  const abort = new AbortController();
  const ready = Promise.withResolvers<void>();
  const mails: (ArrivedMail & { raw: string })[] = [];
  const positions: { uidValidity: string; uid: number }[] = [];
  const options: MailboxReaderOptions = {
    server,
    resume: null,
    // What was delivered right before has arrived before.
    since: new Date(Date.now() + 5),
    pollSeconds: 0.2,
    onMail: async (mail) => {
      const source = await mail.fetch();
      mails.push({ ...mail, raw: Buffer.from(source?.raw ?? []).toString() });
    },
    onPosition: async (position) => void positions.push(position),
    onReady: ready.resolve,
    ...extra,
  };
  const done = world.reader.read(options, abort.signal);
  done.catch(ready.reject);
  ready.promise.catch(() => undefined);
  return {
    mails,
    positions,
    ready: ready.promise,
    done,
    subjects: () => mails.map((mail) => /Subject: (.*)\r/.exec(mail.raw)![1]),
    async stop() {
      abort.abort();
      await done;
    },
  };
}

describe.each([
  ['over IMAP', startImapWorld],
  ['from folders', startFolderWorld],
])('reading %s', (_name, start) => {
  let world: World;
  beforeAll(async () => {
    world = await start();
  });
  afterAll(() => world.stop());

  it('starts with what comes from now on, byte for byte and in order', async () => {
    const server = await world.newServer();
    await world.deliver(server, mailOf('old'));
    const reading = startReading(world, server);
    await reading.ready;
    expect(reading.positions).toEqual([{ uidValidity: expect.any(String), uid: 1 }]);
    for (const name of ['one', 'two', 'three']) await world.deliver(server, mailOf(name));
    await expect.poll(reading.subjects).toEqual(['one', 'two', 'three']);
    expect(reading.mails[0]!.raw).toBe(mailOf('one'));
    expect(reading.mails[0]!.receivedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(reading.mails.map((mail) => mail.uid)).toEqual([2, 3, 4]);
    await reading.stop();
  });

  it('goes on where the last reading ended, nothing lost and nothing twice', async () => {
    const server = await world.newServer();
    await world.deliver(server, mailOf('zero'));
    const first = startReading(world, server);
    await first.ready;
    await world.deliver(server, mailOf('one'));
    await expect.poll(first.subjects).toEqual(['one']);
    await first.stop();
    await world.deliver(server, mailOf('two'));
    const { uidValidity, uid } = first.mails[0]!;
    const second = startReading(world, server, { resume: { uidValidity, uid } });
    await second.ready;
    expect(second.subjects()).toEqual(['two']);
    expect(second.positions).toEqual([]);
    await second.stop();
  });

  it('reads everything again when the numbering changed', async () => {
    const server = await world.newServer();
    await world.deliver(server, mailOf('one'));
    await world.deliver(server, mailOf('two'));
    const first = startReading(world, server);
    await first.ready;
    const [resume] = first.positions;
    await first.stop();
    await world.renumber(server);
    const second = startReading(world, server, { resume: resume!, since: new Date(Date.now() - 3_600_000) });
    await second.ready;
    expect(second.subjects()).toEqual(['one', 'two']);
    expect(second.positions).toEqual([{ uidValidity: expect.not.stringContaining(resume!.uidValidity), uid: 0 }]);
    await second.stop();
  });

  it('that was never read begins with what arrived since the given moment, not with the first look', async () => {
    const server = await world.newServer();
    await world.deliver(server, mailOf('one'));
    await world.deliver(server, mailOf('two'));
    const reading = startReading(world, server, { since: new Date(Date.now() - 60_000) });
    await reading.ready;
    expect(reading.subjects()).toEqual(['one', 'two']);
    expect(reading.positions).toEqual([{ uidValidity: expect.any(String), uid: 0 }]);
    await reading.stop();
  });

  it('waits for each mail to be taken, and ends with the error of the one that was not', async () => {
    const server = await world.newServer();
    const lost = new Error('database away');
    let running = 0;
    const taken: number[] = [];
    const reading = startReading(world, server, {
      resume: { uidValidity: 'other', uid: 0 },
      onMail: async ({ uid }) => {
        expect((running += 1)).toBe(1);
        await sleep(20);
        running -= 1;
        if (uid === 3) throw lost;
        taken.push(uid);
      },
    });
    await reading.ready;
    for (const name of ['one', 'two', 'three', 'four']) await world.deliver(server, mailOf(name));
    await expect(reading.done).rejects.toBe(lost);
    expect(taken).toEqual([1, 2]);
  });

  it('ends when it is told to, and not at its next look', async () => {
    const reading = startReading(world, await world.newServer(), { pollSeconds: 60 });
    await reading.ready;
    await reading.stop();
  });

  it('files a sent mail once and finds it by its Message-ID', async () => {
    const server = await world.newServer();
    expect(await world.reader.findSent(server, 'sent@example.com')).toBe(false);
    await world.reader.appendSent(server, Buffer.from(mailOf('sent')));
    expect(await world.reader.findSent(server, 'sent@example.com')).toBe(true);
    expect(await world.reader.findSent(server, '<sent@example.com>')).toBe(true);
    expect(await world.reader.findSent(server, 'other@example.com')).toBe(false);
  });

  it('checks a mailbox that can be read', async () => {
    expect(await world.reader.check(await world.newServer())).toEqual({ ok: true });
  });
});

describe('an IMAP server', () => {
  let world: World;
  beforeAll(async () => {
    world = await startImapWorld();
  });
  afterAll(() => world.stop());

  it('announces mail long before the next look at it', async () => {
    const server = await world.newServer();
    const reading = startReading(world, server, { pollSeconds: 60 });
    await reading.ready;
    await world.deliver(server, mailOf('one'));
    await expect.poll(reading.subjects).toEqual(['one']);
    await world.deliver(server, mailOf('two'));
    await expect.poll(reading.subjects).toEqual(['one', 'two']);
    await reading.stop();
  });

  it('that refuses the password is told apart from one that cannot be reached', async () => {
    const server = await world.newServer();
    expect(await world.reader.check({ ...server, password: 'wrong' })).toMatchObject({
      ok: false,
      code: 'authentication_failed',
      message: expect.stringContaining('refused the user name or the password'),
    });
    expect(await world.reader.check({ ...server, port: 1 })).toMatchObject({
      ok: false,
      code: 'unreachable',
      message: expect.stringContaining('accepts no connection on port 1'),
    });
    await expect(startReading(world, { ...server, password: 'wrong' }).done).rejects.toMatchObject({
      code: 'authentication_failed',
    });
    expect(await world.reader.findSent({ ...server, port: 1 }, 'x@example.com')).toBeNull();
    await world.reader.appendSent({ ...server, port: 1 }, Buffer.from(mailOf('x')));
  });

  it('that never greets is given up, and an abort does not wait for it', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo; // listens on TCP
    const server: MailServer = { host: '127.0.0.1', port, security: 'none', user: 'a', password: 'b' };
    const reader = createImapReader({ allowPrivateHosts: true, connectTimeoutMs: 200 });
    expect(await reader.check(server)).toMatchObject({ ok: false, code: 'unreachable' });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    const slow = createImapReader({ allowPrivateHosts: true, connectTimeoutMs: 60_000 });
    await slow.read(
      {
        server,
        resume: null,
        since: new Date(),
        pollSeconds: 1,
        onMail: async () => undefined,
        onPosition: async () => undefined,
      },
      abort.signal,
    );
    mute.close();
  });

  it('in a private network, and a password in clear, are refused unless the operator allows them', async () => {
    const server = await world.newServer();
    const strict = createImapReader({ allowPrivateHosts: false, connectTimeoutMs: 500 });
    for (const security of ['none', 'starttls', 'tls'] as const)
      expect(await strict.check({ ...server, security })).toMatchObject({ ok: false, code: 'host_not_allowed' });
  });

  it('that goes away ends the reading with an error', async () => {
    const other = await startImapWorld();
    const reading = startReading(other, await other.newServer(), { pollSeconds: 60 });
    await reading.ready;
    await other.stop();
    await expect(reading.done).rejects.toMatchObject({ code: 'unreachable' });
  });
});
