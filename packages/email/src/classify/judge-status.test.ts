import { describe, expect, test } from 'vitest';
import { findReplyCode, findStage, findStatus } from './find-status.ts';
import { judgeRefusal, type ServerRefusal } from './judge-status.ts';

const kindOf = (refusal: ServerRefusal) => judgeRefusal(refusal).kind;

describe('an address is dead', () => {
  test.each([
    '550 5.1.1 <ana@client.example>: Recipient address rejected: User unknown',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable',
    '550 5.7.1 No mailbox found',
    '553 sorry, badrcptto (user mail-box not found) (#5.7.1)',
    '550 No such user here',
    '550 5.1.1 unknown or illegal alias: ana@client.example',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 Requested action not taken: mailbox unavailable',
    'No mx record found for domain=client.example',
    'Host or domain name not found. Name service error for name=client.example type=A: Host not found',
    '556 5.1.10 Domain client.example does not accept mail (nullMX)',
    '550 5.2.1 The email account that you tried to reach is disabled',
    '554 delivery error: dd This account has been disabled or discontinued',
    '550 Empfänger unbekannt',
    '550 Destinataire inconnu',
    '550 El buzón no existe',
    '550 Casella inesistente',
    '550 Adres nie istnieje',
    '550 Пользователь не найден',
    '550 收件人不存在',
    'host mx.client.example[2001:db8:400c:c0b::1a] said: 550 user unknown (in reply to RCPT TO command)',
  ])('%s', (words) => expect(kindOf({ words })).toBe('hard'));
});

describe('nothing is dead', () => {
  test.each<[string, ServerRefusal, string]>([
    ['a bare 550', { code: 550 }, 'unknown'],
    ['unknown words', { code: 550, status: '5.0.0', words: '550 Rejected' }, 'unknown'],
    ['5.5.0 with unknown words', { words: '550 5.5.0 Cannot process' }, 'unknown'],
    ['the greeting', { stage: 'connect', words: '554 5.1.1 unknown user' }, 'unknown'],
    ['MAIL FROM', { stage: 'mail', words: '550 user unknown' }, 'unknown'],
    ['the message', { stage: 'data', words: '550 user unknown' }, 'unknown'],
    ['a sender', { words: '553 5.1.8 <noor@agency.example>: Sender address rejected: Domain not found' }, 'policy'],
    ['a sender in words', { words: '550 Invalid sender address' }, 'policy'],
    ['a list of hosts', { words: '550 5.7.1 Your host is on our blacklist' }, 'blocked'],
    ['a list of hosts that calls it 5.1.1', { words: '550 5.1.1 blocked using dnsbl.example' }, 'blocked'],
    ['spam', { words: '550 5.7.1 Message rejected as spam' }, 'policy'],
    [
      'spam beside an unknown user',
      { words: '553 Sender Policy Framework (SPF) fail 550 5.1.1 User unknown' },
      'policy',
    ],
    ['a full mailbox', { words: '552 5.2.2 Over quota' }, 'full'],
    [
      'a full mailbox in words',
      { words: "550 The number of messages in the user's mailbox exceeded the limit" },
      'full',
    ],
    ['a loop', { words: '554 5.4.6 Hop count exceeded - possible mail loop' }, 'soft'],
    ['a loop without a code', { words: 'mail for client.example loops back to myself' }, 'soft'],
    [
      'DNS in trouble',
      { words: 'Host or domain name not found. Name service error: Host not found, try again' },
      'soft',
    ],
    ['a broken answer of DNS', { words: 'Name service error for name=x.example: Malformed name server reply' }, 'soft'],
    ['no connection', { words: 'connect to mx.client.example: Connection timed out' }, 'soft'],
    ['a large mail', { words: '550 5.1.1 RCPT TO:<ana@client.example> max message size exceeded' }, 'soft'],
    ['a suspended account', { words: '550 5.1.1 [SUSPEND] Mailbox currently suspended' }, 'soft'],
    ['many strangers before it', { words: '550 Too many invalid recipients' }, 'policy'],
    ['attachments', { words: 'they are not accepting mail with attachments' }, 'policy'],
  ])('%s', (_, refusal, kind) => expect(kindOf(refusal)).toBe(kind));
});

test.each([
  '550 5.4.5 Daily user sending limit exceeded',
  '550 5.1.90 You have reached your daily limit for message recipients',
  '554 5.2.252 SendAsDenied; noor@agency.example not allowed to send as other@agency.example',
  '550 User has exceeded the hourly mail limit',
  '550 5.7.705 Access denied, tenant has exceeded threshold',
  '454 Throttling failure: Maximum sending rate exceeded.',
  '550 5.1.8 Access denied, bad outbound sender',
])('the account we send through may send no more: %s', (words) =>
  expect(kindOf({ stage: 'data', words })).toBe('sender_limit'),
);

test('words about the message name the recipient only together with a code of theirs', () => {
  expect(kindOf({ stage: 'data', words: '550 5.1.1 <ana@client.example> User unknown' })).toBe('hard');
  expect(kindOf({ stage: 'data', words: '554 5.5.1 Error: no valid recipients' })).toBe('unknown');
});

test('a verdict says what it rests on', () => {
  expect(judgeRefusal({ words: '550 no such user' })).toEqual({ kind: 'hard', basis: 'words' });
  expect(judgeRefusal({ status: '5.1.1' })).toEqual({ kind: 'hard', basis: 'status' });
  expect(judgeRefusal({ stage: 'mail', code: 550 })).toEqual({ kind: 'unknown', basis: 'stage' });
  expect(judgeRefusal({})).toEqual({ kind: 'unknown', basis: 'none' });
});

test.each([
  ['host x[2001:db8:400c:c0b::1a] said: 550 user unknown', '5.0.0'],
  ['2001:db8:5.1.1::4 did not answer', ''],
  ['[192.0.2.5] 5.1.1 unknown', '5.1.1'],
  ['see https://help.example/550/5.1.1', ''],
  ['552 5.2.2 Over quota', '5.2.2'],
  ['554 5.0.350 Remote server returned an error -> 550 5.7.1 rejected', '5.7.1'],
  ['Server version 4.10.3-550x of 5.12.2009', ''],
  ['no code at all', ''],
])('of "%s" the status is "%s"', (words, status) => expect(findStatus(words)).toBe(status));

test('a reply code is a number of its own', () => {
  expect(findReplyCode('<ana@client.example>: 550-no')).toBe(550);
  expect(findReplyCode('c0b:400c::1 550a x550 12.450 id=451')).toBeNull();
});

test.each([
  ['said: 550 x (in reply to RCPT TO command)', 'rcpt'],
  ['said: 550 x (in reply to end of DATA command)', 'data'],
  ['SMTP error from remote mail server after MAIL FROM:<a@b.example>', 'mail'],
  ['host x refused to talk to me: 554', 'connect'],
  ['550 x', undefined],
] as const)('"%s" was said at %s', (words, stage) => expect(findStage(words)).toBe(stage));
