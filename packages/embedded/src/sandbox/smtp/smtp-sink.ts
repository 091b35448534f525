import { randomBytes } from 'node:crypto';
import { type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
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

export interface SmtpSink {
  server: SMTPServer;
  /** Cuts every open connection. */
  hangUp(): void;
}

const MAX_SIZE = 30 * 1024 * 1024;

/** An error that smtp-server turns into this very reply; the enhanced code stays in the text. */
function reply(text: string): Error {
  return Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
}

/** A submission server that takes every mail of anybody who knows the password, or misbehaves as told. */
export function createSmtpSink(options: SmtpSinkOptions): SmtpSink {
  const sockets = new Map<number, Socket>();
  const cut = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.destroy();
  const take = async (session: SMTPServerSession, raw: Buffer, done: (error: Error | null, ok?: string) => void) => {
    try {
      const accepted = await storeMail(options, session, raw);
      if (accepted) done(null, accepted);
      else cut(session);
    } catch (error) {
      done(reply(`451 4.3.0 ${error instanceof Error ? error.message : 'The mail could not be stored'}`));
    }
  };
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'ESMTP',
    size: MAX_SIZE,
    rejectOversized: true,
    authMethods: ['PLAIN', 'LOGIN'],
    // Loopback only: there is nobody to hide the password from.
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    // The library would put a guessed enhanced code before the exact one that our replies carry.
    hideENHANCEDSTATUSCODES: true,
    logger: false,
    ...envelopeHooks(options),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(reply('552 5.3.4 Message too big'));
        void take(session, Buffer.concat(chunks), done);
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  server.on('error', () => undefined);
  const hangUp = () => {
    for (const socket of sockets.values()) socket.destroy();
  };
  return { server, hangUp };
}

/** Who may send, and to whom: everything that is decided before the message. */
function envelopeHooks(options: SmtpSinkOptions): SMTPServerOptions {
  const { password, faults } = options;
  return {
    onAuth(auth, _session, done) {
      const user = normalizeAddress(auth.username ?? '');
      if (!user.includes('@') || auth.password !== password) return done(reply('535 5.7.8 Authentication failed'));
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
  };
}

/** Stores a mail and returns the words of its 250; null when the sender shall never hear of it. */
async function storeMail(options: SmtpSinkOptions, session: SMTPServerSession, raw: Buffer): Promise<string | null> {
  const to = session.envelope.rcptTo.map(({ address }) => normalizeAddress(address));
  const from = session.envelope.mailFrom ? normalizeAddress(session.envelope.mailFrom.address) : '';
  const id = randomBytes(6).toString('hex');
  const trace = `Return-Path: <${from}>\r\nReceived: from ${session.hostNameAppearsAs || 'unknown'} (${session.remoteAddress})\r\n\tby localhost with ${session.transmissionType} id ${id};\r\n\t${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
  await options.onMail({
    raw: Buffer.concat([Buffer.from(trace), raw]),
    from,
    to,
    account: String(session.user ?? ''),
  });
  const delay = options.faults.take('delay_reply', to);
  if (delay) await sleep(delay.delayMs ?? 1_000, undefined, { ref: false });
  // The worst moment there is: the mail is taken and the sender will never hear of it.
  return options.faults.take('disconnect_after_dot', to) ? null : `2.0.0 Accepted as ${id}`;
}
