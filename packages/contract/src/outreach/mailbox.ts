import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

const host = z.string().trim().min(1).max(253);
const port = z.int().min(1).max(65_535);
/** `tls` from the first byte, `starttls` required, `none` only where the operator allows it. */
export const mailSecurity = z.enum(['tls', 'starttls', 'none']);
const server = {
  host,
  port,
  security: mailSecurity,
  user: z.string().min(1).max(254),
  password: z.string().min(1).max(1024),
};

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
export const mailboxOutput = z.object({
  id: idOutput('mailbox'),
  address: z.string(),
  displayName: z.string(),
  state: z.enum(mailboxStates),
  /** Why it is not active, and what to do about it. */
  problem: z.string().nullable(),
  /** Mails in one local day. */
  dailyCap: z.int(),
  /** Seconds between two mails. */
  minGap: z.int(),
  sentToday: z.int(),
  smtp: z.object({ host: z.string(), port: z.int(), security: mailSecurity, user: z.string() }),
  imap: z.object({ host: z.string(), port: z.int(), security: mailSecurity, user: z.string() }).nullable(),
  signature: z.string(),
  /** What it calls itself to its SMTP server (EHLO); `null` for the name of the host that sends. */
  ehloName: z.string().nullable(),
  lastReceivedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});
export const mailboxCreateInput = z.strictObject({
  address: emailAddress,
  displayName: z.string().trim().min(1).max(120),
  smtp: z.strictObject(server),
  /** Left out, the mailbox only sends: replies are not read. */
  imap: z.strictObject(server).optional(),
  dailyCap: z.int().min(0).max(1_000_000).default(50),
  minGap: z.int().min(0).max(86_400).default(0),
  signature: z.string().max(10_000).default(''),
  ehloName: ehloNameSchema.nullable().optional(),
});
export const mailboxUpdateInput = z.strictObject({
  id: idInput('mailbox'),
  displayName: z.string().trim().min(1).max(120).optional(),
  smtp: z.strictObject({ ...server, password: server.password.optional() }).optional(),
  imap: z
    .strictObject({ ...server, password: server.password.optional() })
    .nullable()
    .optional(),
  dailyCap: z.int().min(0).max(1_000_000).optional(),
  minGap: z.int().min(0).max(86_400).optional(),
  signature: z.string().max(10_000).optional(),
  ehloName: ehloNameSchema.nullable().optional(),
  /** Stops or continues sending and receiving. */
  paused: z.boolean().optional(),
});
export const mailboxGetInput = z.strictObject({ id: idInput('mailbox') });
export const mailboxArchiveInput = z.strictObject({ id: idInput('mailbox') });
export const mailboxListInput = z.strictObject({ ...pageInput });
/** Connects to both servers and signs in; sends nothing. A refusal is part of the answer, not an error. */
export const mailboxCheckInput = z.strictObject({ id: idInput('mailbox') });
const verdict = z.object({ ok: z.boolean(), code: z.string().nullable(), message: z.string() });
export const mailboxCheckOutput = z.object({ smtp: verdict, imap: verdict.nullable() });

export type Mailbox = z.infer<typeof mailboxOutput>;
