import { describe, expect, it } from 'vitest';
import { closing, mail, real, scripted, serverAt, transport } from './fixture/open-pool.ts';

describe('a mail', () => {
  it.each(['none', 'starttls', 'tls'] as const)(
    'arrives byte for byte at a real server, security %s, many over few connections',
    async (security) => {
      const { port, received } = await real(security === 'tls' ? { secure: true } : { allowInsecureAuth: true });
      const pool = transport.open(serverAt(port, { security }), { connections: 3 });
      closing.push(() => pool.close());
      const raws = Array.from(
        { length: 50 },
        (_, index) => `Subject: ${index}\r\n\r\n.\r\n..dots ä ${'x'.repeat(index * 50)}\r\n.`,
      );
      const results = await Promise.all(raws.map((raw) => pool.submit(mail({ raw: Buffer.from(raw) }))));
      expect(new Set(results.map((result) => result.outcome))).toEqual(new Set(['accepted']));
      expect(received.map(({ raw }) => raw).toSorted()).toEqual(raws.map((raw) => `${raw}\r\n`).toSorted());
      expect(received.every(({ secure }) => secure === (security !== 'none'))).toBe(true);
      expect(received[0]).toMatchObject({ from: 'ann@example.com', to: ['bob@example.org'] });
    },
  );

  it('never opens more connections than it was given and keeps them for the next mails', async () => {
    const { sink, pool } = await scripted({}, { connections: 2 });
    await Promise.all(Array.from({ length: 20 }, () => pool.submit(mail())));
    expect(sink.connections).toBe(2);
    expect(sink.messages).toHaveLength(20);
  });

  it('cannot smuggle a second one: lone line ends and dots are made harmless', async () => {
    const { sink, pool } = await scripted();
    const raw = Buffer.from('Subject: x\n\none\n.\nMAIL FROM:<evil@example.com>\r.\rend');
    await pool.submit(mail({ raw }));
    expect(sink.messages).toEqual(['Subject: x\r\n\r\none\r\n..\r\nMAIL FROM:<evil@example.com>\r\n..\r\nend\r\n']);
    expect(sink.commands.filter((command) => command.startsWith('MAIL'))).toHaveLength(1);
  });

  it.each(['bob@example.org>\r\nRCPT TO:<eve@example.org', 'bob @example.org', ''])(
    'cannot smuggle a command in an address: %j',
    async (to) => {
      const { sink, pool } = await scripted();
      const result = await pool.submit(mail({ envelope: { from: 'ann@example.com', to } }));
      expect(result).toMatchObject({ outcome: 'refused', kind: 'permanent', blame: 'address', status: '5.1.3' });
      expect(sink.commands.some((command) => command.startsWith('RCPT'))).toBe(false);
    },
  );

  it('that is larger than the server takes is refused without sending it', async () => {
    const { sink, pool } = await scripted();
    const result = await pool.submit(mail({ raw: Buffer.alloc(1_000_001, 'x') }));
    expect(result).toMatchObject({ outcome: 'refused', kind: 'permanent', blame: 'mail', status: '5.3.4' });
    expect(sink.messages).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    ['RCPT', '550 5.1.1 no such user', 'permanent', 'address', 550, '5.1.1'],
    ['RCPT', '550 no such user', 'permanent', 'address', 550, null],
    ['RCPT', '550-5.7.1 Sorry\r\n550 5.1.1 The address you tried does not exist', 'permanent', 'address', 550, '5.7.1'],
    ['RCPT', '550 not today', 'permanent', 'mail', 550, null],
    ['RCPT', '451 4.7.1 greylisted', 'temporary', 'mail', 451, '4.7.1'],
    ['RCPT', '550 5.7.1 policy', 'permanent', 'mail', 550, '5.7.1'],
    [
      'RCPT',
      '554 5.7.1 <bob@example.org>: Recipient address rejected: Access denied',
      'permanent',
      'mail',
      554,
      '5.7.1',
    ],
    ['RCPT', '550 5.7.1 Sender is not allowed to write to this group', 'permanent', 'mail', 550, '5.7.1'],
    ['RCPT', '552 5.2.2 Mailbox has exceeded its quota', 'permanent', 'mail', 552, '5.2.2'],
    [
      'RCPT',
      '553 5.7.1 <ann@example.com>: Sender address rejected: not owned by user',
      'permanent',
      'mailbox',
      553,
      '5.7.1',
    ],
    ['RCPT', '554 5.7.1 <bob@example.org>: Relay access denied', 'permanent', 'mailbox', 554, '5.7.1'],
    ['RCPT', '530 5.7.0 Authentication required', 'permanent', 'mailbox', 530, '5.7.0'],
    ['RCPT', '452 4.5.3 Sending limit for today exceeded', 'temporary', 'limit', 452, '4.5.3'],
    ['MAIL', '553 5.1.8 not your address', 'permanent', 'mailbox', 553, '5.1.8'],
    ['MAIL', '550 5.4.5 Daily user sending limit exceeded', 'temporary', 'limit', 550, '5.4.5'],
    ['MAIL', '552 5.3.4 too large', 'permanent', 'mail', 552, '5.3.4'],
    ['MAIL', '452 4.3.1 no room', 'temporary', 'mailbox', 452, '4.3.1'],
    ['MAIL', '421 4.7.0 too fast', 'temporary', 'mailbox', 421, '4.7.0'],
    ['DATA', '554 5.5.1 no valid recipients', 'permanent', 'mail', 554, '5.5.1'],
    ['DATA', '451 4.3.0 later', 'temporary', 'mail', 451, '4.3.0'],
    ['.', '554 5.6.0 looks bad', 'permanent', 'mail', 554, '5.6.0'],
    ['.', '550 5.1.1 User unknown', 'permanent', 'address', 550, '5.1.1'],
    ['.', '550 no such user', 'permanent', 'mail', 550, null],
    ['.', '554-5.7.1 spam\r\n554 5.7.1 see our page', 'permanent', 'mailbox', 554, '5.7.1'],
    ['.', '550 ', 'temporary', 'mailbox', 550, null],
    ['.', '550 Requested action not taken', 'temporary', 'mailbox', 550, null],
    ['.', '452 4.2.2 full', 'temporary', 'mail', 452, '4.2.2'],
    ['.', '550 5.2.2 The recipient is over quota', 'permanent', 'mail', 550, '5.2.2'],
    ['.', '421 4.3.2 going down', 'temporary', 'mailbox', 421, '4.3.2'],
    ['.', '550 5.4.5 Daily user sending limit exceeded', 'temporary', 'limit', 550, '5.4.5'],
    ['.', '550-Sorry\r\n550-5.4.5 see our page\r\n550 gsmtp', 'temporary', 'limit', 550, '5.4.5'],
    ['.', '550 5.1.90 You have reached your daily limit for message recipients', 'temporary', 'limit', 550, '5.1.90'],
    ['.', '554 5.2.252 SendAsDenied', 'temporary', 'limit', 554, '5.2.252'],
    ['.', '550 User has exceeded the hourly mail limit', 'temporary', 'limit', 550, null],
    ['.', '550 Too many messages sent from this account today', 'temporary', 'limit', 550, null],
    [
      '.',
      '550 Domain example.com has exceeded the max emails per hour (51/50) allowed',
      'temporary',
      'limit',
      550,
      null,
    ],
    ['.', '450 4.2.1 This user is receiving mail at a rate that exceeds its limit', 'temporary', 'mail', 450, '4.2.1'],
    ['.', '552 5.3.4 Message size exceeds the maximum', 'permanent', 'mail', 552, '5.3.4'],
    ['AUTH', '535 5.7.8 wrong password', 'permanent', 'mailbox', 535, '5.7.8'],
    ['AUTH', '454 4.7.0 cannot check', 'temporary', 'mailbox', 454, '4.7.0'],
    ['greeting', '554 5.7.1 blocked', 'temporary', 'mailbox', 554, '5.7.1'],
    ['greeting', '421 4.3.2 busy', 'temporary', 'mailbox', 421, '4.3.2'],
  ])('at %s with %j is %s and the fault of the %s', async (stage, answer, ...[kind, blame, code, status]) => {
    const { pool } = await scripted({ [stage]: answer });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind, blame, code, status });
  });

  it('by a server that hangs up behind it is still of the command it answered', async () => {
    const { pool } = await scripted({ RCPT: (socket) => void socket.end('554 5.7.1 not this one\r\n') });
    expect(await pool.submit(mail())).toMatchObject({ stage: 'recipient', blame: 'mail', code: 554 });
  });

  it('leaves nothing for the next mail on the same connection', async () => {
    const { sink, pool } = await scripted({ RCPT: '550 5.1.1 no such user' });
    await pool.submit(mail());
    sink.script = {};
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(sink.connections).toBe(1);
    expect(sink.commands.map((command) => command.split(' ')[0])).toEqual(
      'EHLO AUTH MAIL RCPT DATA RSET MAIL RCPT DATA'.split(' '),
    );
  });

  it('by a server that wants the message all the same is kept: it gets an empty one and forgets it', async () => {
    const { sink, pool } = await scripted({ RCPT: '550 5.1.1 no such user', DATA: '354 go on' });
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind: 'permanent', status: '5.1.1' });
    expect(sink.messages).toEqual(['\r\n']);
    sink.script = {};
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(sink.connections).toBe(1);
  });

  it('is spared a mail whose kept connection the server has closed meanwhile: another one is opened', async () => {
    const { sink, pool } = await scripted();
    await pool.submit(mail());
    let first = true;
    sink.script = {
      MAIL: (socket) => {
        if (first) socket.end('421 4.4.2 idle too long\r\n');
        else socket.write('250 ok\r\n');
        first = false;
      },
    };
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    sink.script = { MAIL: (socket) => void (sink.connections < 3 ? socket.destroy() : socket.write('250 ok\r\n')) };
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'accepted' });
    expect(sink.messages).toHaveLength(3);
  });
});

describe('the name we greet a server with', () => {
  it('is the one that belongs to the mailbox; a server that wants a full name lets it in', async () => {
    const { sink } = await scripted({
      EHLO: (socket) => {
        const named = sink.commands.at(-1) === 'EHLO mail.client.example';
        socket.write(named ? '250 AUTH PLAIN\r\n' : '421 4.7.0 Try again later, closing connection. (EHLO)\r\n');
      },
    });
    expect(await transport.check(serverAt(sink.port))).toMatchObject({ ok: false, code: 'unreachable' });
    expect(await transport.check(serverAt(sink.port, { clientName: 'mail.client.example' }))).toEqual({ ok: true });
  });
});

describe('our own gate', () => {
  it('is asked right before the flight that ends in DATA, and its no leaves no trace at the receiver', async () => {
    const { sink, pool } = await scripted();
    expect(await pool.submit(mail({ gate: async () => false }))).toEqual({ outcome: 'gated' });
    const verbs = () => sink.commands.map((command) => command.split(' ')[0]);
    await expect.poll(verbs).toEqual(['EHLO', 'AUTH', 'RSET']);
    expect(await pool.submit(mail({ gate: async () => true }))).toMatchObject({ outcome: 'accepted' });
  });

  it('is asked between the recipient and DATA where the server takes one command at a time', async () => {
    const { sink, pool } = await scripted({ EHLO: '250-sink\r\n250 AUTH PLAIN' });
    const gate = async () => {
      expect(sink.commands.at(-1)).toMatch(/^RCPT/);
      return false;
    };
    expect(await pool.submit(mail({ gate }))).toEqual({ outcome: 'gated' });
    await expect.poll(() => sink.commands.at(-1)).toBe('RSET');
    expect(sink.commands).not.toContain('DATA');
  });

  it('that cannot decide holds the mail back for another try', async () => {
    const { sink, pool } = await scripted();
    const gate = () => Promise.reject(new Error('database away'));
    expect(await pool.submit(mail({ gate }))).toMatchObject({ outcome: 'refused', kind: 'temporary' });
    expect(sink.commands).not.toContain('DATA');
  });

  it('is told when the message starts and when its last byte has left', async () => {
    const { sink, pool } = await scripted({ '.': (socket) => void setTimeout(() => socket.write('250 ok\r\n'), 50) });
    const stages: string[] = [];
    const onProgress = (stage: string) => void stages.push(`${stage} ${sink.commands.includes('DATA')}`);
    expect(await pool.submit(mail({ onProgress }))).toMatchObject({ outcome: 'accepted' });
    expect(stages).toEqual(['before_data false', 'after_data true']);
  });
});

describe('closing a pool', () => {
  it('lets the mail that is on its way end and refuses the next one', async () => {
    const { sink, pool } = await scripted({ '.': (socket) => void setTimeout(() => socket.write('250 ok\r\n'), 100) });
    const running = pool.submit(mail());
    await expect.poll(() => sink.commands).toContain('DATA');
    const closed = pool.close();
    expect(await pool.submit(mail())).toMatchObject({ outcome: 'refused', kind: 'temporary' });
    await closed;
    expect(await running).toMatchObject({ outcome: 'accepted' });
    expect(sink.messages).toHaveLength(1);
  });
});
