import { z } from 'zod';
import { idOutput } from '../ids.ts';
import { emailAddress } from '../email-address.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** `tls` from the first byte, `starttls` required, `none` only where the operator allows it. */
export const mailSecurity = z.enum(['tls', 'starttls', 'none']);
/** A server as it is shown: its password never is. */
const serverOutput = z.object({ host: z.string(), port: z.int(), security: mailSecurity, user: z.string() });
const serverInput = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: mailSecurity,
  user: z.string().min(1).max(254),
  password: z.string().min(1).max(1024),
});
/** A password that is left out stays as it is. */
const serverChange = serverInput.partial({ password: true });

/** A name to greet mail servers with (RFC 5321): a full domain name, or an address in brackets. */
export const ehloNameSchema = z
  .string()
  .trim()
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$|^\[(?:IPv6:)?[\da-f.:]+\]$/i,
    'Give a full host name such as mail.example.com, or an address in brackets.',
  );

export const mailboxStates = ['active', 'paused', 'failing', 'disconnected'] as const;
/** An identity that sends and, with IMAP, receives. Its servers are given by acts of its own. */
export const mailboxNoun = describeNoun('mailbox', {
  address: field.like('email', emailAddress, { label: 'Email address', max: 254, search: true, sort: true }),
  displayName: field.text({ label: 'Name recipients see', min: 1, max: 120, search: true }),
  state: field.choice(mailboxStates, { label: 'State', default: 'active', readOnly: true, filter: true }),
  /** Why it is not active, and what to do about it. */
  problem: field.longText({ label: 'Problem', max: 1000, nullable: true, readOnly: true }),
  /** Mails in one local day. */
  dailyCap: field.integer({ label: 'Mails a day at most', min: 0, max: 1_000_000, default: 50 }),
  /** Seconds between two mails. */
  minGap: field.integer({ label: 'Seconds between two mails', min: 0, max: 86_400, default: 0 }),
  sentToday: field.integer({ label: 'Sent today', computed: true }),
  smtp: field.record(serverOutput, serverOutput, { label: 'SMTP server', computed: true }),
  /** `null` where it only sends: replies are not read. */
  imap: field.record(serverOutput, serverOutput, { label: 'IMAP server', computed: true, nullable: true }),
  signature: field.longText({ label: 'Signature', max: 10_000, default: '' }),
  /** What it calls itself to its SMTP server (EHLO); `null` for the name of the host that sends. */
  ehloName: field.like('text', ehloNameSchema, { label: 'EHLO name', max: 253, nullable: true }),
  lastReceivedAt: field.moment({ label: 'Last received', nullable: true, readOnly: true }),
});
export const mailboxOutput = mailboxNoun.output;

export const mailboxCreateInput = mailboxNoun.createInput.extend({
  smtp: serverInput,
  /** Left out, the mailbox only sends: replies are not read. */
  imap: serverInput.optional(),
});
export const mailboxUpdateInput = mailboxNoun.updateInput.omit({ address: true }).extend({
  smtp: serverChange.optional(),
  imap: serverChange.nullable().optional(),
  /** Stops or continues sending and receiving. */
  paused: z.boolean().optional(),
});
export const mailboxArchiveInput = mailboxNoun.idsInput.extend({
  /** Archives also those that running campaigns send from. */
  stopSending: z.boolean().default(false),
});
/** A running campaign that sends from a mailbox. */
const mailboxUse = z.object({
  id: idOutput('campaign'),
  name: z.string(),
  /** Its leads that are to get mail from there. */
  leads: z.int(),
});
/** What archiving mailboxes would stop: up to 50 running campaigns, by name. */
export const mailboxUsesOutput = z.object({ campaigns: z.array(mailboxUse) });
/** What came of signing in to both servers. A refusal is part of the answer, not an error. */
const verdict = z.object({ ok: z.boolean(), code: z.string().nullable(), message: z.string() });
export const mailboxCheckOutput = z.object({ smtp: verdict, imap: verdict.nullable() });

export type MailboxUse = z.infer<typeof mailboxUse>;
export type Mailbox = z.infer<typeof mailboxOutput>;
