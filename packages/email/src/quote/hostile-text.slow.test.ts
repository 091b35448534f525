import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyMail } from '../classify/index.ts';
import { replyIntent } from '../intent/index.ts';
import { parseMail } from '../parse/index.ts';
import { visibleReply } from './index.ts';

const LENGTH = 100_000;
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

// Each once cost a pattern more than it gives, or would cost a careless one.
const pieces = [
  ' ',
  ' \n',
  '\t\n',
  '\n',
  '>\n',
  '> > ',
  'From : ',
  'From: a\n',
  'On 1 ',
  'On 1 a\n',
  'Op 1 schreef ',
  'Den 1 skrev x\n',
  `On 1 ${'x'.repeat(380)}\n`,
  '1',
  '5.',
  '5.1.1',
  '550 ',
  'a@b.cc\n',
  'a@',
  '<a@b>:',
  '-',
  '--\n',
  '_',
  'message-id: ',
  'until the 1 jan ',
  'mailbox ',
  'e-mail ',
  'please ',
  'exceeded ',
  'ä',
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
  .map((some) => filled(some.map((piece) => piece.repeat(50)).join('')));

test('no text of 100 kB keeps the reader of quotes, wishes and notices busy: hundreds pass before the clock runs out', async () => {
  const blank = await parseMail('From: MAILER-DAEMON@client.example\nSubject: failure notice\n\n');
  const person = { ...blank, from: { name: '', address: 'ana@client.example' } };
  const read = (hostile: string) => {
    const { reply, quoted } = visibleReply(hostile);
    expect(reply.length + quoted.length).toBeLessThanOrEqual(hostile.length);
    replyIntent(hostile);
    const headers = { ...blank.headers, 'auto-submitted': ['auto-replied'], 'content-type': [hostile] };
    const group = { 'final-recipient': hostile, 'diagnostic-code': hostile, status: hostile };
    for (const mail of [
      { ...blank, text: hostile },
      { ...person, text: hostile, subject: hostile },
      { ...person, text: hostile, subject: hostile, headers },
      { ...blank, text: hostile, report: { ...blank.report, deliveryStatus: [group] } },
    ]) {
      expect(classifyMail(mail).recipients.length).toBeLessThanOrEqual(100);
    }
  };
  for (const piece of pieces) read(filled(piece));
  fc.assert(fc.property(text, read), { numRuns: 60 });
});
