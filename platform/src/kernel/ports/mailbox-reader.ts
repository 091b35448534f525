import type { MailServer } from './mail-transport.ts';

/** A mail as it was fetched. */
export interface MailSource {
  raw: Uint8Array;
  /** Whether the mail is larger than what is read of one, and this is only its beginning. */
  cut: boolean;
}

/** A mail that has arrived and was not fetched yet. */
export interface ArrivedMail {
  /** Identity of the folder's numbering; when it changes, `uid`s mean other mails. */
  uidValidity: string;
  uid: number;
  receivedAt: Date;
  /** Fetches it; `null` when somebody has deleted it meanwhile. @throws MailServerFailure */
  fetch(): Promise<MailSource | null>;
}

export interface MailboxReaderOptions {
  server: MailServer;
  /** Where to go on: mails above `uid` in the same numbering. `null` when it was never read. */
  resume: { uidValidity: string; uid: number } | null;
  /** Where reading begins without a place to go on from: with the first mail that arrived from this moment on. */
  since: Date;
  pollSeconds: number;
  /** Called for each mail in order; the next one waits until it resolves. A throw ends the reading with that error. */
  onMail: (mail: ArrivedMail) => Promise<void>;
  /** Where reading stands, told after the start and when the numbering changed. */
  onPosition: (position: { uidValidity: string; uid: number }) => Promise<void>;
  /** Told when the reader is connected and caught up. */
  onReady?: () => void;
}

/** Watches the inbox of a mailbox. What its server sends is bounded in bytes and in time; one that does not keep to it is left. */
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
