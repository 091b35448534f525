import { expect, test } from 'vitest';
import { classifyMail } from '../classify/index.ts';
import { parseMail } from '../parse/index.ts';
import { visibleReply } from './index.ts';

const LENGTH = 100_000;
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

test('a bounce that is one long number is read at once (its digits were tried in every pairing)', async () => {
  const mail = await parseMail(`From: MAILER-DAEMON@client.example\nSubject: failure notice\n\n${'5'.repeat(LENGTH)}`);
  expect(classifyMail(mail)).toMatchObject({ class: 'bounce', recipients: [] });
});

test('lines of spaces (20 kB took a second) are no reply', () => {
  expect(visibleReply(filled('    \n'))).toEqual({ reply: '', quoted: '', certain: true });
});

test('"From :" over and over is one line of a person, not a hundred headers', () => {
  expect(visibleReply(filled('From : ')).reply).toHaveLength(LENGTH - 1);
});
