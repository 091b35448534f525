import { z } from 'zod';
import { idOutput } from '../ids.ts';
import { emailAddress } from '../email-address.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** `tls` from the first byte, `starttls` required, `none` only where the operator allows it. */
export const mailSecurity = z.enum(['tls', 'starttls', 'none']);
/** A server as it is shown: its password never is. */
const serverOutput = z.object({
  /** Host name of the server. */
  host: z.string(),
  /** Port, 1 to 65535. */
  port: z.int(),
  /** `tls` from the first byte, `starttls` required, `none` only where the operator allows it. */
  security: mailSecurity,
  /** Name to sign in with. */
  user: z.string(),
});
const serverInput = z.strictObject({
  /** Host name of the server. */
  host: z.string().trim().min(1).max(253),
  /** Port, 1 to 65535. */
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` required, `none` only where the operator allows it. */
  security: mailSecurity,
  /** Name to sign in with. */
  user: z.string().min(1).max(254),
  /** Password or app password; kept encrypted and never shown. */
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
/** An identity that sends and, with IMAP, receives. Its servers are given by actions of its own. */
export const mailboxNoun = describeNoun('mailbox', {
  /** The address it sends from; never changes. */
  address: field.like('email', emailAddress, { label: 'Email address', max: 254, search: true, sort: true }),
  /** The name recipients see beside the address. */
  displayName: field.text({ label: 'Name recipients see', min: 1, max: 120, search: true }),
  /** `active`; `paused` by a person; `failing` and tried again; `disconnected` until somebody mends its servers. */
  state: field.choice(mailboxStates, { label: 'State', default: 'active', readOnly: true, filter: true }),
  /** Why it is not active, and what to do about it; `null` where nothing is wrong. */
  problem: field.longText({ label: 'Problem', max: 1000, nullable: true, readOnly: true }),
  /** Mails it may send in one local day of the workspace. */
  dailyCap: field.integer({ label: 'Mails a day at most', min: 0, max: 1_000_000, default: 50 }),
  /** Seconds it keeps between two mails. */
  minGap: field.integer({ label: 'Seconds between two mails', min: 0, max: 86_400, default: 0 }),
  /** Mails it has sent, or is sending, on the workspace's local day. */
  sentToday: field.integer({ label: 'Sent today', computed: true }),
  /** The server that sends; its password is never shown. */
  smtp: field.record(serverOutput, serverOutput, { label: 'SMTP server', computed: true }),
  /** The server whose mail is read; `null` where it only sends: replies are not read. */
  imap: field.record(serverOutput, serverOutput, { label: 'IMAP server', computed: true, nullable: true }),
  /** Plain text under every mail of it; empty for none. */
  signature: field.longText({ label: 'Signature', max: 10_000, default: '' }),
  /** What it calls itself to its SMTP server (EHLO); `null` for the name of the host that sends. */
  ehloName: field.like('text', ehloNameSchema, { label: 'EHLO name', max: 253, nullable: true }),
  /** Moment its mail was last received; `null` before the first. */
  lastReceivedAt: field.moment({ label: 'Last received', nullable: true, readOnly: true }),
});
export const mailboxOutput = mailboxNoun.output;

export const mailboxCreateInput = mailboxNoun.createInput.extend({
  /** The server that sends. */
  smtp: serverInput,
  /** The server whose mail is read; left out, the mailbox only sends: replies are not read. */
  imap: serverInput.optional(),
});
export const mailboxUpdateInput = mailboxNoun.updateInput.omit({ address: true }).extend({
  /** The server that sends; a password that is left out stays as it is. */
  smtp: serverChange.optional(),
  /** The server whose mail is read; a password that is left out stays as it is, `null` ends receiving. */
  imap: serverChange.nullable().optional(),
  /** `true` stops sending and receiving, `false` continues. */
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
const verdict = z.object({
  /** Whether the server let us in. */
  ok: z.boolean(),
  /** Why it did not, as an error code such as `mailbox.unreachable`; `null` when it did. */
  code: z.string().nullable(),
  /** What came of it, in words for people. */
  message: z.string(),
});
export const mailboxCheckOutput = z.object({
  /** What came of signing in to the server that sends. */
  smtp: verdict,
  /** What came of signing in to the server that receives; `null` where the mailbox only sends. */
  imap: verdict.nullable(),
});

export type MailboxUse = z.infer<typeof mailboxUse>;
export type Mailbox = z.infer<typeof mailboxOutput>;
