import { expect, test } from 'vitest';
import { judgeRefusal } from './judge-status.ts';

test.each([
  '550 5.1.1 <ana@x.example>: Recipient address rejected: Address verification in progress',
  '550-Verification failed for <noor@agency.example>\n550-No Such User Here\n550 Sender verify failed',
  '550 5.7.1 user does not accept mail from you',
  '550 5.1.1 mailbox not found due to temporary directory failure',
  '550 Invalid recipient header: message has no valid To',
  '550 5.1.1 invalid address in From header',
])('an address is not dead for what is said of somebody or something else: %s', (words) =>
  expect(judgeRefusal({ stage: 'rcpt', code: 550, words }).kind).not.toBe('hard'),
);

test.each([
  '550 Outgoing mail from your account has been suspended',
  '554 5.7.1 You have sent too many messages today',
])('a sender whose account is at its end waits: %s', (words) =>
  expect(judgeRefusal({ stage: 'data', code: 550, words }).kind).toBe('sender_limit'),
);
