import { ehloNameSchema } from '@tabard/contract';
import { z } from 'zod';

/** How mail leaves. */
export const sendingConfig = z
  .object({
    /** Mails claimed at once for one mailbox. */
    SEND_BATCH: z.coerce.number().int().min(1).max(1000).default(500),
    /** SMTP connections one worker opens to one mailbox's server. */
    SEND_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(5),
    /** Mails of one mailbox that may be on the wire or answered before their outcomes are written: as many a crash can leave unknown. */
    SEND_WINDOW: z.coerce.number().int().min(2).max(1000).default(128),
    /** Seconds a claimed mail belongs to its worker. */
    SEND_LEASE: z.coerce.number().int().min(2).default(900),
    /** Seconds between two sweeps for due work. */
    SWEEP_INTERVAL: z.coerce.number().min(0.05).default(2),
    /** Seconds the final reply of a mail server is waited for. */
    SMTP_DATA_TIMEOUT: z.coerce.number().int().min(1).default(600),
    /** Seconds a connection to a mail server may take to open. */
    SMTP_CONNECT_TIMEOUT: z.coerce.number().min(0.1).default(15),
    /** What this host calls itself to SMTP servers (EHLO): its full public name, or an address in brackets. A mailbox may have its own. */
    SMTP_EHLO_NAME: ehloNameSchema.optional(),
    /** Whether mail servers on loopback and private networks may be used; for one-machine installations. */
    MAIL_ALLOW_PRIVATE: z.stringbool().default(false),
  })
  .transform((env) => ({
    batch: env.SEND_BATCH,
    connections: env.SEND_CONNECTIONS,
    window: env.SEND_WINDOW,
    leaseSeconds: env.SEND_LEASE,
    sweepSeconds: env.SWEEP_INTERVAL,
    dataTimeoutMs: env.SMTP_DATA_TIMEOUT * 1000,
    connectTimeoutMs: env.SMTP_CONNECT_TIMEOUT * 1000,
    ehloName: env.SMTP_EHLO_NAME,
    allowPrivateHosts: env.MAIL_ALLOW_PRIVATE,
  }));
