import { expect, test } from 'vitest';
import { composeReply } from '../compose/index.ts';
import { parseMail } from '../parse/index.ts';
import { normaliseSubject, threadHeaders, threadKeys } from './index.ts';

test.each([
  'Re: Offer',
  'AW: RE: Offer',
  'Fwd: [EXTERNAL] Re[2]: Offer',
  'SV: Offer',
  'RV: Offer',
  'Rép : Offer',
  'TR : Offer',
  '回复：Offer',
  ' Offer ',
])('%s is about "Offer"', (subject) => expect(normaliseSubject(subject)).toBe('Offer'));

test('words that only look like marks stay', () => {
  expect(normaliseSubject('Recipe: soup')).toBe('Recipe: soup');
  expect(normaliseSubject('I need: a quote')).toBe('I need: a quote');
});

test('an answer joins the thread it answers', async () => {
  const first = { messageId: 'm1@agency.example', subject: 'Offer' };
  const second = { messageId: '<r1@client.example>', inReplyTo: '<m1@agency.example>', subject: 'AW: Offer' };
  expect(threadHeaders(first)).toEqual({
    inReplyTo: '<m1@agency.example>',
    references: ['<m1@agency.example>'],
    subject: 'Re: Offer',
  });
  const raw = composeReply({
    ...threadHeaders(second),
    from: { address: 'noor@agency.example' },
    to: { address: 'ana@client.example' },
    messageId: 'm2@agency.example',
    date: new Date(0),
    text: 'Gladly.',
  });
  const mail = await parseMail(raw);
  expect(mail.subject).toBe('Re: Offer');
  expect(threadKeys(mail)).toEqual(['<r1@client.example>', '<m1@agency.example>']);
});
