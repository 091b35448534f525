import { HostNotAllowed } from '#adapters/host-guard';
import type { MailServer, SubmitResult } from '#ports';
import { replyStatus, replyText, type Reply } from './read-replies.ts';

/** Why a mail server cannot be used, in words for the person who set it up. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly code: 'authentication_failed' | 'unreachable' | 'host_not_allowed';
  readonly reply: Reply | null;
  constructor(code: TransportFailure['code'], message: string, reply: Reply | null = null) {
    super(message);
    this.code = code;
    this.reply = reply;
  }

  /** Finds the words for whatever went wrong while connecting. */
  static from(error: unknown, server: { host: string; port: number }): TransportFailure {
    if (error instanceof TransportFailure) return error;
    if (error instanceof HostNotAllowed) return new TransportFailure('host_not_allowed', error.message);
    return new TransportFailure('unreachable', explain(error, server));
  }

  /** What this means for a mail that waited for the connection: it was not sent, and the next one fares no better. */
  toResult(): SubmitResult {
    const lasting =
      this.code === 'host_not_allowed' || (this.code === 'authentication_failed' && !isTemporary(this.reply));
    return {
      outcome: 'refused',
      kind: lasting ? 'permanent' : 'temporary',
      scope: 'mailbox',
      code: this.reply?.code ?? null,
      status: this.reply && replyStatus(this.reply),
      reply: this.reply ? replyText(this.reply) : this.message,
    };
  }
}

/** What a refused sign-in means. */
export function explainReplyToSignIn(server: MailServer, reply: Reply): TransportFailure {
  const words = isTemporary(reply)
    ? `${server.host} cannot check the password now. It is tried again.`
    : `${server.host} refused the user name or the password. Check both; some providers ask for an app password.`;
  return new TransportFailure('authentication_failed', `${words} It said: ${replyText(reply)}`, reply);
}

function isTemporary(reply: Reply | null): boolean {
  return reply !== null && reply.code < 500;
}

function explain(error: unknown, { host, port }: { host: string; port: number }): string {
  const known = error as { code?: string; message?: string; errors?: { code?: string }[] }; // Node's errors carry a code
  const code = known.code ?? known.errors?.[0]?.code ?? '';
  const text = known.message ?? String(error);
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME') return `There is no server named ${host}. Check its spelling.`;
  if (code === 'EAI_AGAIN') return `The name ${host} cannot be looked up right now. Try again shortly.`;
  if (code === 'ECONNREFUSED')
    return `${host} accepts no connection on port ${port}. Check the port: usually 465 with TLS or 587 with STARTTLS.`;
  if (code.startsWith('ERR_SSL') || code === 'EPROTO')
    return `${host} does not speak TLS on port ${port}. Choose STARTTLS, or TLS on port 465.`;
  if (code.includes('CERT') || code.includes('ISSUER') || code.includes('SIGNATURE'))
    return `The certificate of ${host} cannot be trusted (${text}). Use the name that the certificate was made for.`;
  if (/in time|timed out/i.test(text) || code === 'ETIMEDOUT')
    return `${host} did not answer on port ${port} in time. Check host, port and security; a firewall may be in the way.`;
  return `${host} cannot be used on port ${port}: ${text}`;
}
