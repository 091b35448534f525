import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { normalizeAddress } from '../address.ts';
import { type Faults } from './faults.ts';

export interface SmtpSinkOptions {
  password: string;
  faults: Faults;
  /** Refuses a recipient in the session with this reply; null takes the mail. */
  refuse(recipient: string): string | null;
  onAccount(address: string): void;
  /** Resolves once the mail is safe on disk; only then the sender hears 250. */
  onMail(mail: { raw: Buffer; from: string; to: string[]; account: string }): Promise<void>;
}

const MAX_SIZE = 30 * 1024 * 1024;

/** An error that smtp-server turns into this very reply; the enhanced code stays in the text. */
function reply(text: string): Error {
  return Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
}

/** A submission server that takes every mail of anybody who knows the password, or misbehaves as told. */
export function createSmtpSink(options: SmtpSinkOptions): SMTPServer {
  const { faults } = options;
  const sockets = new Map<string, () => void>();
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'ESMTP',
    size: MAX_SIZE,
    rejectOversized: true,
    authMethods: ['PLAIN', 'LOGIN'],
    // Loopback only: there is nobody to hide the password from.
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    onAuth(auth, _session, done) {
      const user = normalizeAddress(auth.username ?? '');
      if (!user.includes('@') || auth.password !== options.password)
        return done(reply('535 5.7.8 Authentication failed'));
      options.onAccount(user);
      done(null, { user });
    },
    onMailFrom(_address, _session, done) {
      if (faults.take('unavailable', [])) return done(reply('421 4.3.2 Service not available, try again later'));
      done();
    },
    onRcptTo({ address }, _session, done) {
      const recipient = normalizeAddress(address);
      const rejected = faults.take('reject_recipient', [recipient]);
      if (rejected) return done(reply(rejected.reply ?? '550 5.1.1 No such user here'));
      const greylisted = faults.take('greylist', [recipient]);
      if (greylisted) return done(reply(greylisted.reply ?? '451 4.7.1 Greylisted, try again in a few minutes'));
      const refusal = options.refuse(recipient);
      done(refusal ? reply(refusal) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(reply('552 5.3.4 Message too big'));
        void take(session, Buffer.concat(chunks), done);
      });
    },
  });

  async function take(session: SMTPServerSession, raw: Buffer, done: (error: Error | null, message?: string) => void) {
    const to = session.envelope.rcptTo.map(({ address }) => normalizeAddress(address));
    const from = session.envelope.mailFrom ? normalizeAddress(session.envelope.mailFrom.address) : '';
    const id = randomBytes(6).toString('hex');
    const trace = `Return-Path: <${from}>\r\nReceived: from ${session.hostNameAppearsAs || 'unknown'} (${session.remoteAddress})\r\n\tby localhost with ${session.transmissionType} id ${id};\r\n\t${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
    try {
      await options.onMail({
        raw: Buffer.concat([Buffer.from(trace), raw]),
        from,
        to,
        account: String(session.user ?? ''),
      });
    } catch (error) {
      return done(reply(`451 4.3.0 ${error instanceof Error ? error.message : 'Could not store the mail'}`));
    }
    const delay = faults.take('delay_reply', to);
    if (delay) await sleep(delay.delayMs ?? 1_000, undefined, { ref: false });
    // The worst moment there is: the mail is taken and the sender will never hear of it.
    if (faults.take('disconnect_after_dot', to)) return sockets.get(session.id)?.();
    done(null, `2.0.0 Accepted as ${id}`);
  }

  server.on('connect', ({ id }) => {
    const connection = [...server.connections].find((one) => one.id === id);
    sockets.set(id, () => connection?._socket.destroy());
  });
  server.on('error', () => undefined);
  server.onClose = (session) => void sockets.delete(session.id);
  return server;
}
