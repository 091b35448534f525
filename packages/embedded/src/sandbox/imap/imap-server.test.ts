import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { SENDER, SandboxWorld } from '../../../test/sandbox-world.ts';

const world = new SandboxWorld();

it('signs in with the password only, and lists the special folders', async () => {
  await expect(world.login(SENDER, 'no')).rejects.toMatchObject({ authenticationFailed: true });
  const client = await world.login();
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
  const { messageId } = await world.send('Zoë Ek <ignore-zoe@client.example>', {
    subject: 'Zoë – ça va?',
    attachments,
  });
  const client = await world.login('ignore-zoe@client.example');
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
    from: [{ name: 'Mara Lindholm', address: SENDER }],
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
  const client = await world.login();
  const raw = 'From: a@b.example\r\nSubject: kept é\r\n\r\nbody\r\n';
  expect(await client.append('Sent', raw, ['\\Seen'])).toMatchObject({ uid: 1 });
  const lock = await client.getMailboxLock('Sent');
  const mail = await client.fetchOne('*', { source: true, flags: true });
  if (mail) expect([mail.source?.toString(), mail.flags?.has('\\Seen')]).toEqual([raw, true]);
  lock.release();
  await client.logout();
});

it('tells an idling client about new mail, and about all of it after a restart', async () => {
  const client = await world.login();
  await client.mailboxOpen('INBOX');
  const grown = once(client, 'exists');
  void client.idle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await world.transport({ user: 'other@x.example' }).sendMail({
    from: 'other@x.example',
    to: SENDER,
    subject: 'ping',
    text: 'x',
  });
  expect((await grown)[0]).toMatchObject({ path: 'INBOX', count: 1, prevCount: 0 });
  const validity = client.mailbox && client.mailbox.uidValidity;
  client.close();
  await world.sandbox.stop();
  await world.start();
  const again = await world.login();
  const opened = await again.mailboxOpen('INBOX');
  expect([opened.exists, opened.uidNext, opened.uidValidity]).toEqual([1, 2, validity]);
  await again.logout();
});

it('hangs up on a command line that never ends, instead of collecting it', async () => {
  const socket = connect(world.sandbox.imap.port, '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (text: string) => (said += text)).on('error', () => undefined);
  socket.write(`a1 LOGIN ${'x'.repeat(70_000)}`);
  await once(socket, 'close');
  expect(said).toContain('* BAD A command line may have 65536 bytes');
});

it('hangs up on a literal beyond the largest message before its bytes come', async () => {
  const socket = connect(world.sandbox.imap.port, '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (text: string) => (said += text)).on('error', () => undefined);
  socket.write('a1 LOGIN {99999999999}\r\n');
  await once(socket, 'close');
  expect(said).toContain('* BAD A literal may have');
  expect(said).not.toContain('+ go ahead');
});
