import { explainFailure } from '#adapters/mail-host';
import { MailServerFailure, type MailServer, type SubmitResult } from '#ports';
import { replyStatus, replyText, type Reply } from './read-replies.ts';

/** A mail server that refused us with a reply. */
export class RefusedByServer extends MailServerFailure {
  override readonly name = 'RefusedByServer';
  readonly reply: Reply;
  constructor(code: MailServerFailure['code'], message: string, reply: Reply) {
    super(code, message);
    this.reply = reply;
  }
}

/** Finds the words for whatever went wrong while connecting. */
export function transportFailure(error: unknown, server: MailServer): MailServerFailure {
  return explainFailure(error, server, '465 with TLS or 587 with STARTTLS');
}

/** What a failed connection means for a mail that waited for it: it was not sent, and the next one fares no better. */
export function resultOfFailure(failure: MailServerFailure): SubmitResult {
  const reply = failure instanceof RefusedByServer ? failure.reply : null;
  const lasting =
    failure.code === 'host_not_allowed' || (failure.code === 'authentication_failed' && !isTemporary(reply));
  return {
    outcome: 'refused',
    kind: lasting ? 'permanent' : 'temporary',
    stage: 'connect',
    blame: 'mailbox',
    code: reply?.code ?? null,
    status: reply && replyStatus(reply),
    reply: reply ? replyText(reply) : failure.message,
  };
}

/** What a refused sign-in means. */
export function signInRefused(server: MailServer, reply: Reply): RefusedByServer {
  const words = isTemporary(reply)
    ? `${server.host} cannot check the password now. It is tried again.`
    : `${server.host} refused the user name or the password. Check both; some providers ask for an app password.`;
  return new RefusedByServer('authentication_failed', `${words} It said: ${replyText(reply)}`, reply);
}

function isTemporary(reply: Reply | null): boolean {
  return reply !== null && reply.code < 500;
}
