import type { Blame, SubmitRequest, SubmitResult, SubmitStage } from '#ports';
import { frameMessage } from './frame-message.ts';
import { blameRefusal } from './blame-refusal.ts';
import { replyText, type Reply } from './read-replies.ts';
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
    return reply!.code < 300 ? { outcome: 'accepted', reply: replyText(reply!) } : blameRefusal('message', reply!);
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
  const refusal = refusedEnvelope(mail, rcpt, mails) ?? (go.code === 354 ? null : blameRefusal('data', go));
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
    if (mail.code >= 300) return blameRefusal('sender', mail);
    wire.send(to);
    rcpt = (await wire.replies(1, timeoutMs))[0]!;
  }
  const refusal = refusedEnvelope(mail, rcpt, mails);
  if (refusal) return refusal;
  begun();
  if (request.gate && !(await request.gate())) return { outcome: 'gated' };
  await request.onProgress?.('before_data');
  const go = await wire.ask('DATA', timeoutMs);
  return go.code === 354 ? null : blameRefusal('data', go);
}

function refusedEnvelope(mail: Reply, rcpt: Reply, mails: number): Refusal {
  // A server says 421 to a connection that was kept too long for its taste.
  if (mail.code === 421 && mails > 1) return notStarted;
  if (mail.code >= 300) return blameRefusal('sender', mail);
  return rcpt.code >= 300 ? blameRefusal('recipient', rcpt) : null;
}

/** What the connection's end means for a mail. */
function resultOf(error: unknown, sent: boolean, mayRepeat: boolean): SubmitResult | typeof notStarted {
  const words = error instanceof Error ? error.message : String(error);
  if (sent) return { outcome: 'unknown', reply: words };
  const lost = error instanceof ConnectionLost;
  const replies = lost ? error.replies : [];
  if (lost && mayRepeat && (!replies[0] || replies[0].code === 421)) return notStarted;
  const refusal = replies.findIndex((reply) => reply.code >= 400);
  if (refusal >= 0) return blameRefusal(flight[refusal] ?? 'data', replies[refusal]!); // found right above
  // Without an answer it may be the server or this mail; where our own gate could not answer, it is neither.
  const blame = lost ? 'mailbox' : 'mail';
  return { outcome: 'refused', kind: 'temporary', stage: 'data', blame, code: null, status: null, reply: words };
}

/** What the replies of one flight are about. */
const flight: readonly SubmitStage[] = ['sender', 'recipient', 'data'];

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range, controls included
  return /^[\u0000-\u007f]*$/.test(text);
}

/** What can be seen without asking the server. */
function unsendable(session: SmtpSession, { envelope }: SubmitRequest, size: number): SubmitResult | null {
  const refuse = (blame: Blame, status: string, reply: string): SubmitResult => ({
    outcome: 'refused',
    kind: 'permanent',
    stage: blame === 'mailbox' ? 'sender' : 'recipient',
    blame,
    code: null,
    status,
    reply,
  });
  // oxlint-disable-next-line no-control-regex -- controls are what must not get into a command
  const unsafe = /[\s<>\u0000-\u001f\u007f]/;
  if (unsafe.test(envelope.from)) return refuse('mailbox', '5.1.7', 'The sender address cannot be put into a command.');
  if (unsafe.test(envelope.to) || !envelope.to)
    return refuse('address', '5.1.3', 'The recipient address is not valid.');
  if (session.maxSize > 0 && size > session.maxSize)
    return refuse('mail', '5.3.4', `The message has ${size} bytes; the server takes ${session.maxSize}.`);
  if (!session.utf8 && !(isAscii(envelope.from) && isAscii(envelope.to)))
    return refuse('mail', '5.6.7', 'The server does not take addresses with letters beyond ASCII.');
  return null;
}
