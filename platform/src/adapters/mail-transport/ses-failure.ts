import { explainFailure } from '#adapters/mail-host';
import { MailServerFailure, type MailServer, type SubmitResult } from '#ports';

/** What an error of the SDK carries. */
interface SesError {
  name: string;
  message: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** The network said no before anything could be sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);
/** Errors that are about one mail, unless they name an address of the sender that is not verified. */
const aboutMessage = new Set(['MessageRejected', 'BadRequestException']);
const aboutSender = /not verified|not authorized/i;
/** A quota of a day is used up; one of a second is over with the next try. */
const dailyLimit = /daily|24.?hour/i;
/** Errors that pass although their status says the request was wrong. */
const passing = new Set(['LimitExceededException', 'SendingPausedException', 'ThrottlingException', 'Throttling']);

/** What a failed request means for the mail in it: an answer is a refusal, a broken connection leaves its fate unknown. */
export function resultOfSesError(error: unknown, started = false): SubmitResult {
  const { name, message, code, $metadata } = error as SesError; // the SDK throws nothing else
  const status = $metadata?.httpStatusCode;
  const connecting = code !== undefined && neverSent.has(code);
  const beforeConnect = name === 'TimeoutError' && /connect/i.test(message);
  if (started && status === undefined && !connecting && !beforeConnect) return { outcome: 'unknown', reply: message };
  const permanent = status !== undefined && status >= 400 && status < 500 && status !== 429 && !passing.has(name);
  const ofMail =
    (aboutMessage.has(name) && !aboutSender.test(message)) || (!started && !(error instanceof MailServerFailure));
  const ofLimit = !permanent && dailyLimit.test(message);
  return {
    outcome: 'refused',
    kind: permanent ? 'permanent' : 'temporary',
    stage: status === undefined || status === 401 || status === 403 ? 'connect' : 'message',
    blame: ofMail ? 'mail' : ofLimit ? 'limit' : 'mailbox',
    code: status ?? null,
    status: null,
    reply: `${status ?? ''} ${name}: ${message}`.trim().slice(0, 1000),
  };
}

/** Finds the words for a refused or failed check. */
export function sesFailure(error: unknown, server: MailServer): MailServerFailure {
  const { message, $metadata } = error as SesError; // the SDK throws nothing else
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 401 || status === 403)
    return new MailServerFailure(
      'authentication_failed',
      `Amazon SES refused the access key. Check its id and secret, and that it may send. It said: ${message}`,
      { cause: error },
    );
  return explainFailure(error, server, '443');
}
