import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { allowedAddresses, requireProtected, tlsOptions } from '#adapters/mail-host';
import { MailServerFailure, type MailServer } from '#ports';
import { RefusedByServer, signInRefused, transportFailure } from './transport-failure.ts';
import { signIn } from './sign-in.ts';
import { replyText, type Reply } from './read-replies.ts';
import { SmtpWire } from './smtp-wire.ts';

export interface SmtpLimits {
  /** Whether mail servers in private networks, and sessions without TLS, may be used. */
  allowPrivateHosts: boolean;
  connectTimeoutMs: number;
  /** How long the answer to any command but the message itself is waited for. */
  commandTimeoutMs: number;
  /** How long the answer to the message is waited for; RFC 5321 asks for ten minutes. */
  dataTimeoutMs: number;
  /** After so much silence a connection says goodbye. */
  idleMs: number;
  /** What we call ourselves to a server that is not told a name of its own. */
  clientName: string;
}

/** A connection that is signed in, and what its server can do. */
export interface SmtpSession {
  readonly wire: SmtpWire;
  readonly pipelining: boolean;
  readonly eightBit: boolean;
  readonly utf8: boolean;
  /** The largest message in bytes; 0 when the server does not say. */
  readonly maxSize: number;
  readonly announcesSize: boolean;
  /** Mails that this connection has carried or tried to. */
  mails: number;
}

/** Connects, secures the connection and signs in. @throws MailServerFailure that says in plain words what is wrong. */
export async function openSession(server: MailServer, limits: SmtpLimits): Promise<SmtpSession> {
  let wire: SmtpWire | null = null;
  try {
    const allowPrivate = limits.allowPrivateHosts || server.isOwn === true;
    requireProtected(server.security, { allowPrivate });
    const addresses = await allowedAddresses(server.host, { allowPrivate });
    const tls = tlsOptions(server.host, addresses);
    wire = new SmtpWire(await connect(server, addresses, tls, limits.connectTimeoutMs));
    const greeting = (await wire.replies(1, limits.commandTimeoutMs))[0]!;
    if (greeting.code !== 220) throw refusedToTalk(server, greeting);
    let capabilities = await sayHello(wire, server, limits);
    if (server.security === 'starttls') {
      if (!capabilities.has('STARTTLS'))
        throw new MailServerFailure(
          'unreachable',
          `${server.host} does not offer STARTTLS on port ${server.port}. Try TLS on port 465.`,
        );
      const reply = await wire.ask('STARTTLS', limits.commandTimeoutMs);
      if (reply.code !== 220) throw refusedToTalk(server, reply);
      await wire.secure(tls, limits.connectTimeoutMs);
      capabilities = await sayHello(wire, server, limits);
    }
    // A relay in the operator's own network may know us by our address alone.
    if (capabilities.has('AUTH') || server.security !== 'none') {
      const reply = await signIn(wire, server, capabilities.get('AUTH') ?? '', limits.commandTimeoutMs);
      if (reply.code !== 235) throw signInRefused(server, reply);
    }
    return sessionOf(wire, capabilities);
  } catch (error) {
    wire?.destroy();
    throw transportFailure(error, server);
  }
}

function sessionOf(wire: SmtpWire, capabilities: Map<string, string>): SmtpSession {
  return {
    wire,
    pipelining: capabilities.has('PIPELINING'),
    eightBit: capabilities.has('8BITMIME'),
    utf8: capabilities.has('SMTPUTF8'),
    maxSize: Number(capabilities.get('SIZE')) || 0,
    announcesSize: capabilities.has('SIZE'),
    mails: 0,
  };
}

function connect(server: MailServer, addresses: string[], tls: ConnectionOptions, timeoutMs: number): Promise<Socket> {
  const target = {
    host: server.host.replace(/^\[|\]$/g, ''),
    port: server.port,
    autoSelectFamily: true,
    noDelay: true,
    keepAlive: true,
    // Only what was checked is connected to, whatever the name means by now.
    lookup: (
      _host: string,
      _options: object,
      done: (error: null, found: { address: string; family: number }[]) => void,
    ) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const secure = server.security === 'tls';
  const socket = secure ? connectTls({ ...tls, ...target }) : connectSocket(target);
  const timer = setTimeout(() => socket.destroy(new Error('timed out')), timeoutMs);
  socket.once(secure ? 'secureConnect' : 'connect', () => resolve(socket));
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('The server closed the connection.')));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.removeAllListeners('error').removeAllListeners('close');
  });
}

async function sayHello(wire: SmtpWire, server: MailServer, limits: SmtpLimits): Promise<Map<string, string>> {
  const reply = await wire.ask(`EHLO ${server.clientName ?? limits.clientName}`, limits.commandTimeoutMs);
  if (reply.code !== 250) throw refusedToTalk(server, reply);
  return new Map(
    reply.lines.slice(1).map((line) => {
      // Old servers write AUTH=LOGIN.
      const [, name, value] = /^([^\s=]+)[\s=]*(.*)$/.exec(line) ?? [];
      return [(name ?? '').toUpperCase(), value ?? ''];
    }),
  );
}

function refusedToTalk(server: MailServer, reply: Reply): RefusedByServer {
  return new RefusedByServer(
    'unreachable',
    `${server.host} does not take mail from us now: ${replyText(reply)}`,
    reply,
  );
}
