import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { SandboxWorld } from '../../../test/sandbox-world.ts';

const world = new SandboxWorld();

const oneClick = () => ({
  'List-Unsubscribe': `<${world.site}/one-click>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
const toBytes = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

it('open by loading the images, as a program a person would use', async () => {
  await world.send('open-anna@client.example');
  const visit = await world.visit(() => true);
  expect(visit).toMatchObject({ method: 'GET', path: '/pixel', agent: expect.stringMatching(/^Mozilla\/5\.0 \(/) });
});

it('click, follow redirects, and never leave this machine', async () => {
  await world.send('click-anna@client.example');
  await world.visit(({ path }) => path === '/click');
  const [mail] = world.sandbox.messages();
  const read = async () => {
    const answer = await fetch(`${world.sandbox.url}/mails/${mail?.id ?? 0}`);
    const { timeline } = (await answer.json()) as { timeline: { kind: string; outcome: string | null }[] };
    return timeline.find(({ kind }) => kind === 'click')?.outcome;
  };
  await expect.poll(read).toBe('not fetched, outside this machine: https://elsewhere.example/page');
});

it('reply in the thread with their own name, and answer again at most three times', async () => {
  const sent = await world.send('Anna Ek <reply-question@client.example>');
  for (let turn = 1; turn <= 3; turn++) {
    const [reply] = await world.inbox(turn);
    if (!reply) throw new Error('no reply');
    const parsed = await PostalMime.parse(await world.sandbox.read(reply));
    expect(reply).toMatchObject({ fromName: 'Anna Ek', fromAddress: 'reply-question@client.example' });
    expect(parsed.subject).toBe('Re: Your Rotterdam lanes');
    if (turn === 1) {
      expect([parsed.inReplyTo, parsed.references]).toEqual([sent.messageId, sent.messageId]);
      expect(parsed.text).toContain('> Hello, are you the right person');
    }
    await world.send('Anna Ek <reply-question@client.example>', {
      subject: parsed.subject,
      inReplyTo: parsed.messageId,
      references: [parsed.references, parsed.messageId].join(' '),
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 600));
  await world.inbox(3);
});

it('send out-of-office notes that say they are automatic', async () => {
  await world.send('ooo-anna@client.example');
  expect(await world.source()).toMatch(/^Auto-Submitted: auto-replied\r$/m);
});

it('bounce with a delivery status notification to the return path', async () => {
  await world.send('bounce+7@client.example', {
    envelope: { from: 'mara+v7@harbor.example', to: 'bounce+7@client.example' },
  });
  const raw = await world.source('mara+v7@harbor.example');
  expect(raw).toContain('report-type=delivery-status');
  expect(raw).toMatch(/^Final-Recipient: rfc822;bounce\+7@client\.example\r$/m);
  expect(raw).toMatch(/^Status: 5\.\d\.\d\r$/m);
  const client = await world.login();
  expect(await client.status('INBOX', { messages: true })).toMatchObject({ messages: 1 });
  await client.logout();
});

it('bounce for now with a report whose status is 4.x.x, which is no reason to stop', async () => {
  const { messageId } = await world.send('soft-bounce-7@client.example');
  const raw = await world.source();
  expect(raw).toMatch(/^Return-Path: <>\r$/m);
  expect(raw).toMatch(/^Final-Recipient: rfc822;soft-bounce-7@client\.example\r$/m);
  expect(raw).toMatch(/^Action: (failed|delayed)\r$/m);
  expect(raw).toMatch(/^Status: 4\.\d\.\d\r$/m);
  expect(raw).toContain(`Message-ID: ${messageId}`);
});

it('open by machine: a privacy proxy loads the images and nobody follows', async () => {
  await world.send('machine-open-7@client.example');
  const visit = await world.visit(({ path }) => path === '/pixel');
  expect(visit.agent).toMatch(/^Mozilla\/5\.0$|GoogleImageProxy/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(world.visits).toHaveLength(1);
});

it('complain by a feedback report (ARF) that holds the whole mail', async () => {
  const { messageId } = await world.send('complain@client.example');
  const parsed = await PostalMime.parse(await world.source());
  const report = parsed.attachments.find(({ mimeType }) => mimeType === 'message/feedback-report');
  const fields = report && new TextDecoder().decode(toBytes(report.content));
  expect(parsed.headers.find(({ key }) => key === 'content-type')?.value).toContain('report-type=feedback-report');
  expect(fields).toContain('Feedback-Type: abuse');
  expect(fields).toContain('Original-Rcpt-To: <complain@client.example>');
  expect(await world.source()).toContain(`Message-ID: ${messageId}`);
});

it('unsubscribe by one POST of the body RFC 8058 asks for', async () => {
  world.sandbox.setBehaviour('a@client.example', { act: 'unsubscribe', byFooter: false });
  await world.send('a@client.example', { headers: oneClick() });
  const post = await world.visit(({ method }) => method === 'POST');
  expect(post).toMatchObject({ path: '/one-click', body: 'List-Unsubscribe=One-Click' });
});

it('unsubscribe by the footer: follow the link, then press the button of its form', async () => {
  world.sandbox.setBehaviour('b@client.example', { act: 'unsubscribe', byFooter: true });
  await world.send('b@client.example', { headers: oneClick() });
  const post = await world.visit(({ method }) => method === 'POST');
  expect(post).toMatchObject({ path: '/stop', body: 'token=a%26b' });
});

it('are the same people for the same seed, and remember their plans over a restart', async () => {
  await world.sandbox.stop();
  await world.start({ speed: 1, recipients: {} });
  world.sandbox.setBehaviour('late@client.example', { act: 'open', delaySeconds: 60, proxied: false });
  await world.send('late@client.example');
  await world.sandbox.stop();
  expect(world.visits).toEqual([]);
  await world.start({ speed: 1, recipients: {} });
  const [mail] = world.sandbox.messages();
  const detail = (await (await fetch(`${world.sandbox.url}/mails/${mail?.id ?? 0}`)).json()) as {
    timeline: { kind: string; doneAt: number | null }[];
  };
  expect(detail.timeline).toMatchObject([{ kind: 'open', doneAt: null }]);
});
