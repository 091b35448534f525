import type { MailServer } from './mail-transport.ts';

export interface ReceivedMail {
  /** Identity of the folder's numbering; when it changes, `uid`s mean other mails. */
  uidValidity: string;
  uid: number;
  raw: Uint8Array;
  receivedAt: Date;
}

export interface MailboxReaderOptions {
  server: MailServer;
  /** Where to go on: mails above `uid` in the same numbering. `null` starts with what comes from now on. */
  resume: { uidValidity: string; uid: number } | null;
  pollSeconds: number;
  /** Called for each mail in order; the next one waits until it resolves. A throw ends the reading with that error. */
  onMail: (mail: ReceivedMail) => Promise<void>;
  /** Where reading stands, told after the start and when the numbering changed. */
  onPosition: (position: { uidValidity: string; uid: number }) => Promise<void>;
  /** Told when the reader is connected and caught up. */
  onReady?: () => void;
}

/** Watches the inbox of a mailbox. */
export interface MailboxReader {
  /** Reads until the signal aborts or the connection fails; the caller decides when to try again. */
  read(options: MailboxReaderOptions, signal: AbortSignal): Promise<void>;
  /** Whether the Sent folder or any other holds a message with this Message-ID; `null` when it cannot be told. */
  findSent(server: MailServer, messageId: string): Promise<boolean | null>;
  /** Files a sent message in the Sent folder; best effort. */
  appendSent(server: MailServer, raw: Uint8Array): Promise<void>;
  check(
    server: MailServer,
  ): Promise<
    { ok: true } | { ok: false; code: 'authentication_failed' | 'unreachable' | 'host_not_allowed'; message: string }
  >;
}
