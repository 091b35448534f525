import type { SubmitRequest, SubmitResult } from '#ports';
import { frameMessage } from './frame-message.ts';
import { replyStatus, replyText, type Reply } from './read-replies.ts';
import type { SmtpLimits, SmtpSession } from './smtp-session.ts';
import { ConnectionLost } from './smtp-wire.ts';

/** The connection broke before the first answer to this mail: nothing happened yet, so another connection may try. */
export const notStarted = Symbol('not started');

/**
 * Hands one message to the server of a session. Every way to fail is a result; after the message was sent and before the
 * answer came, a broken connection is `unknown` and never anything else.
 */
export async function submitMessage(
  session: SmtpSession,
  request: SubmitRequest,
  limits: SmtpLimits,
): Promise<SubmitResult | typeof notStarted> {
  const { wire } = session;
  const { bytes, size, eightBit } = frameMessage(request.raw);
  const wrong = unsendable(session, request, size);
  if (wrong) return wrong;
  session.mails += 1;
  let begun = false;
  let sent = false;
  try {
    const envelope = envelopeOf(session, request, size, eightBit);
    // Whoever watches the progress wants to stop between the recipient and DATA.
    const begin = session.pipelining && !request.onProgress ? beginAtOnce : beginStepwise;
    const refusal = await begin(session, request, envelope, limits.commandTimeoutMs, () => (begun = true));
    if (refusal) return refusal;
    const flushed = Promise.withResolvers<void>();
    wire.send(bytes, () => {
      sent = true;
      flushed.resolve();
    });
    const answer = wire.replies(1, limits.dataTimeoutMs);
    if (request.onProgress) {
      // The answer may come first when the server refuses in the middle, or not at all.
      await Promise.race([flushed.promise, answer.then(noop, noop)]);
      await Promise.resolve(request.onProgress('after_data')).catch(noop);
    }
    const [reply] = await answer;
    return reply!.code < 300 ? { outcome: 'accepted', reply: replyText(reply!) } : refusalOf(reply!, 'message');
  } catch (error) {
    return resultOf(error, sent, session.mails > 1 && !begun);
  }
}

const noop = () => undefined;

interface Envelope {
  from: string;
  to: string;
}

function envelopeOf(session: SmtpSession, { envelope }: SubmitRequest, size: number, eightBit: boolean): Envelope {
  const utf8 = !isAscii(envelope.from) || !isAscii(envelope.to);
  const extensions = `${session.announcesSize ? ` SIZE=${size}` : ''}${eightBit && session.eightBit ? ' BODY=8BITMIME' : ''}${utf8 ? ' SMTPUTF8' : ''}`;
  return { from: `MAIL FROM:<${envelope.from}>${extensions}\r\n`, to: `RCPT TO:<${envelope.to}>\r\n` };
}

type Refusal = SubmitResult | typeof notStarted | null;

/** Sender, recipient and DATA in one flight (RFC 2920); the gate is asked right before. Null when the server waits for the message. */
async function beginAtOnce(
  { wire, mails }: SmtpSession,
  request: SubmitRequest,
  { from, to }: Envelope,
  timeoutMs: number,
): Promise<Refusal> {
  if (request.gate && !(await request.gate())) return { outcome: 'gated' };
  wire.send(`${from}${to}DATA\r\n`);
  const [mail, rcpt, go] = (await wire.replies(3, timeoutMs)) as [Reply, Reply, Reply]; // as many as were asked for
  const refusal = refusedEnvelope(mail, rcpt, mails) ?? (go.code === 354 ? null : refusalOf(go, 'data'));
  // A server that waits for the message of a mail it has refused gets an empty one.
  if (refusal && go.code === 354) {
    wire.send('\r\n.\r\n');
    await wire.replies(1, timeoutMs);
  }
  return refusal;
}

/** One after the other, for servers that want it so. Null when the server waits for the message. */
async function beginStepwise(
  { wire, mails, pipelining }: SmtpSession,
  request: SubmitRequest,
  { from, to }: Envelope,
  timeoutMs: number,
  begun: () => void,
): Promise<Refusal> {
  let mail: Reply;
  let rcpt: Reply;
  if (pipelining) {
    wire.send(from + to);
    [mail, rcpt] = (await wire.replies(2, timeoutMs)) as [Reply, Reply]; // as many as were asked for
  } else {
    wire.send(from);
    mail = (await wire.replies(1, timeoutMs))[0]!;
    if (mail.code >= 300) return refusalOf(mail, 'sender');
    wire.send(to);
    rcpt = (await wire.replies(1, timeoutMs))[0]!;
  }
  const refusal = refusedEnvelope(mail, rcpt, mails);
  if (refusal) return refusal;
  begun();
  if (request.gate && !(await request.gate())) return { outcome: 'gated' };
  await request.onProgress?.('before_data');
  const go = await wire.ask('DATA', timeoutMs);
  return go.code === 354 ? null : refusalOf(go, 'data');
}

function refusedEnvelope(mail: Reply, rcpt: Reply, mails: number): Refusal {
  // A server says 421 to a connection that was kept too long for its taste.
  if (mail.code === 421 && mails > 1) return notStarted;
  if (mail.code >= 300) return refusalOf(mail, 'sender');
  return rcpt.code >= 300 ? refusalOf(rcpt, 'recipient') : null;
}

/** What the connection's end means for a mail. */
function resultOf(error: unknown, sent: boolean, mayRepeat: boolean): SubmitResult | typeof notStarted {
  const words = error instanceof Error ? error.message : String(error);
  if (sent) return { outcome: 'unknown', reply: words };
  const lost = error instanceof ConnectionLost;
  const first = lost ? error.replies[0] : undefined;
  if (lost && mayRepeat && (!first || first.code === 421)) return notStarted;
  if (first && first.code >= 400) return refusalOf(first, 'sender');
  const scope = lost ? 'mailbox' : 'message';
  return { outcome: 'refused', kind: 'temporary', scope, code: null, status: null, reply: words };
}

/** What a refusing reply means: for this message or for the mailbox as a whole, for now or for good. */
function refusalOf(reply: Reply, to: 'sender' | 'recipient' | 'data' | 'message'): SubmitResult {
  const status = replyStatus(reply);
  const permanent = reply.code >= 500;
  // A policy of the provider, a sender it does not let through, or a server that closes: the next mail fares no better.
  const policy = status?.startsWith('5.7.') ?? false;
  const sender = to === 'sender' && permanent && reply.code !== 552;
  return {
    outcome: 'refused',
    kind: permanent ? 'permanent' : 'temporary',
    scope: policy || sender || reply.code === 421 || reply.code === 530 ? 'mailbox' : 'message',
    code: reply.code,
    status,
    reply: replyText(reply),
  };
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range, controls included
  return /^[\u0000-\u007f]*$/.test(text);
}

/** What can be seen without asking the server. */
function unsendable(session: SmtpSession, { envelope }: SubmitRequest, size: number): SubmitResult | null {
  const refuse = (status: string, reply: string, scope: 'message' | 'mailbox' = 'message'): SubmitResult => ({
    outcome: 'refused',
    kind: 'permanent',
    scope,
    code: null,
    status,
    reply,
  });
  // oxlint-disable-next-line no-control-regex -- controls are what must not get into a command
  const unsafe = /[\s<>\u0000-\u001f\u007f]/;
  if (unsafe.test(envelope.from)) return refuse('5.1.7', 'The sender address cannot be put into a command.', 'mailbox');
  if (unsafe.test(envelope.to) || !envelope.to) return refuse('5.1.3', 'The recipient address is not valid.');
  if (session.maxSize > 0 && size > session.maxSize)
    return refuse('5.3.4', `The message has ${size} bytes; the server takes ${session.maxSize}.`);
  if (!session.utf8 && !(isAscii(envelope.from) && isAscii(envelope.to)))
    return refuse('5.6.7', 'The server does not take addresses with letters beyond ASCII.');
  return null;
}
