import { hash } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that the receiving server took: this, and no counter of ours, says what was sent. */
export interface TakenMail {
  from: string;
  to: string;
  raw: string;
  hash: string;
  at: number;
}

export interface MailSink {
  port: number;
  taken: TakenMail[];
  /** Milliseconds the answer to a message takes. */
  delayMs: number;
  /** Whether the connection is dropped after the message instead of answering it. */
  hangUp: boolean;
  /** Refuses a recipient with this error; null takes it. */
  refuse: (to: string) => { code: number; text: string } | null;
  /** Refuses a whole message for this recipient with this error after its final dot; null takes it. */
  refuseMessage: (to: string) => { code: number; text: string } | null;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it accepted. */
export async function startMailSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onRcptTo(address, _session, done) {
      const refusal = sink.refuse(address.address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const { mailFrom, rcptTo } = session.envelope;
        const refusal = sink.refuseMessage(rcptTo[0]!.address);
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        // Taken from here on, whether or not the sender lives to hear it.
        sink.taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo[0]!.address,
          raw,
          hash: hash('sha256', raw),
          at: Date.now(),
        });
        return void setTimeout(() => (sink.hangUp ? hangUp(session.id) : done()), sink.delayMs);
      });
    },
    ...options,
  });
  const hangUp = (id: string) => {
    for (const connection of server.connections as Iterable<{ id: string; _socket: Socket }>)
      // the typings keep them private
      if (connection.id === id) connection._socket.destroy();
  };
  server.on('error', () => undefined);
  const sink: MailSink = {
    port: 0,
    taken: [],
    delayMs: 0,
    hangUp: false,
    refuse: () => null,
    refuseMessage: () => null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink.port = (server.server.address() as AddressInfo).port; // listens on TCP
  return sink;
}
