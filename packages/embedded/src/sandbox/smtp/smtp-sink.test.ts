import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { SandboxWorld } from '../../../test/sandbox-world.ts';

const world = new SandboxWorld();

it('takes mail from anybody with the password and refuses a wrong one with 535', async () => {
  await expect(world.send('ignore-anna@client.example')).resolves.toMatchObject({
    response: expect.stringMatching(/^250 /),
  });
  await expect(world.transport({ pass: 'wrong' }).verify()).rejects.toMatchObject({ responseCode: 535 });
  expect(world.sandbox.messages()).toMatchObject([
    { recipient: 'ignore-anna@client.example', submittedBy: 'mara@harbor.example', subject: 'Your Rotterdam lanes' },
  ]);
});

it('refuses an unknown recipient in the session, and misbehaves as told', async () => {
  const { sandbox } = world;
  await expect(world.send('reject-1@client.example')).rejects.toMatchObject({
    responseCode: 550,
    response: expect.stringContaining('5.1.1'),
  });
  sandbox.setFaults([{ kind: 'greylist', times: 1 }]);
  await expect(world.send('ignore@client.example')).rejects.toMatchObject({ responseCode: 451 });
  await expect(world.send('ignore@client.example')).resolves.toBeTruthy();
  sandbox.setFaults([{ kind: 'unavailable', times: 1 }]);
  await expect(world.send('ignore@client.example')).rejects.toMatchObject({ responseCode: 421 });
  sandbox.setFaults([{ kind: 'delay_reply', times: 1, delayMs: 300 }]);
  const begun = performance.now();
  await world.send('ignore@client.example');
  expect(performance.now() - begun).toBeGreaterThan(290);
});

it('can take a mail and cut the line before saying so', async () => {
  world.sandbox.setFaults([{ kind: 'disconnect_after_dot', match: 'ignore-cut', times: 1 }]);
  await expect(world.send('ignore-cut@client.example')).rejects.toMatchObject({ command: expect.any(String) });
  expect(world.sandbox.messages()).toHaveLength(1);
});

it('says each enhanced status code once, on the wire', async () => {
  world.sandbox.setFaults([{ kind: 'reject_recipient', match: 'full', times: 1, reply: '552 5.2.2 Mailbox full' }]);
  const login = Buffer.from('\0mara@harbor.example\0sandbox').toString('base64');
  const mail = 'Subject: one\r\n\r\nbody\r\n.';
  const said = await converse([
    'EHLO client.example',
    `AUTH PLAIN ${Buffer.from('\0mara@harbor.example\0wrong').toString('base64')}`,
    `AUTH PLAIN ${login}`,
    'MAIL FROM:<mara@harbor.example>',
    'RCPT TO:<full@client.example>',
    'RCPT TO:<reject-1@client.example>',
    'RCPT TO:<ignore@client.example>',
    'DATA',
    mail,
  ]);
  expect(said.filter((line) => /\b[245]\.\d\.\d\b.*\b[245]\.\d\.\d\b/.test(line))).toEqual([]);
  expect(said).toEqual(
    expect.arrayContaining([
      '535 5.7.8 Authentication failed',
      '552 5.2.2 Mailbox full',
      '550 5.1.1 No such user here',
      expect.stringMatching(/^250 2\.0\.0 Accepted as /),
    ]),
  );
});

it('takes a mail of two million lines and answers the next one', async () => {
  await world.send('ignore-anna@client.example', { text: 'a\n'.repeat(2_000_000) });
  await world.send('ignore-anna@client.example');
  expect(world.sandbox.messages()).toHaveLength(2);
});

/** Says one line after the other, each after the answer to the one before; returns every line of the server. */
async function converse(lines: string[]): Promise<string[]> {
  const socket = connect(world.sandbox.smtp.port, '127.0.0.1').setEncoding('utf8');
  let said = '';
  for (const line of [...lines, 'QUIT', '']) {
    let answer = '';
    while (!/^\d{3} .*\r\n$/m.test(answer)) answer += String((await once(socket, 'data'))[0]);
    said += answer;
    if (line) socket.write(`${line}\r\n`);
  }
  socket.destroy();
  return said.trim().split('\r\n');
}
