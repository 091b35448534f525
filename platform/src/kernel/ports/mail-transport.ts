/** How to reach the server a mailbox sends through. */
export interface MailServer {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string;
  password: string;
  /** An OAuth 2 token that stands in for the password where the server takes it. */
  accessToken?: string;
  /** The operator's own, named in the configuration: it may stand in a private network and, there, do without TLS. */
  isOwn?: true;
  /** What we call ourselves to it (EHLO). */
  clientName?: string | undefined;
}

export interface SubmitRequest {
  envelope: { from: string; to: string };
  raw: Uint8Array;
  /** Goes along where the provider keeps one, and comes back with its reports: letters, digits, `_` and `-`. */
  tag?: string;
  /** Asked right before the message itself is sent; a refusal ends the submission without a trace at the receiver. */
  gate?: () => Promise<boolean>;
  /** Told right before the first byte of the message, and right after its last one. For failpoints and leases. */
  onProgress?: (stage: 'before_data' | 'after_data') => void | Promise<void>;
}

/** How far a submission had come when it was refused; `message` is the answer to the whole message. */
export type SubmitStage = 'connect' | 'sender' | 'recipient' | 'data' | 'message';

/**
 * Who a refusal is about: `address`, the recipient's address does not exist; `mail`, this mail to this recipient is not wanted; `limit`, the
 * mailbox has sent as much as its provider lets it for now; `mailbox`, it cannot send, whatever the mail.
 */
export type Blame = 'address' | 'mail' | 'limit' | 'mailbox';

/**
 * What became of a submission. `accepted`: the server has it. `refused`: it does not, and trying again later may help
 * (`temporary`) or not (`permanent`). `gated`: our own gate said no. `unknown`: the connection broke after the message was
 * sent and before the answer came.
 */
export type SubmitResult =
  | { outcome: 'accepted'; reply: string }
  | {
      outcome: 'refused';
      kind: 'temporary' | 'permanent';
      stage: SubmitStage;
      blame: Blame;
      code: number | null;
      status: string | null;
      reply: string;
    }
  | { outcome: 'gated' }
  | { outcome: 'unknown'; reply: string };

/** Open connections to one server, reused over many mails. */
export interface MailTransportPool {
  /** Never throws: every way to fail is a result. */
  submit(request: SubmitRequest): Promise<SubmitResult>;
  close(): Promise<void>;
}

/** Hands a finished message to a mail server. */
export interface MailTransport {
  open(server: MailServer, options: { connections: number }): MailTransportPool;
  /** Connects and signs in; sends nothing. */
  check(
    server: MailServer,
  ): Promise<
    { ok: true } | { ok: false; code: 'authentication_failed' | 'unreachable' | 'host_not_allowed'; message: string }
  >;
}
