import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type Server } from 'node:net';
import { EmbeddedError } from '../embedded-error.ts';
import { normalizeAddress } from './address.ts';
import { deliver } from './deliver.ts';
import { createImapServer } from './imap/imap-server.ts';
import { type StoredMail } from './mail-schema.ts';
import { MailStore } from './mail-store.ts';
import { createPageServer } from './page/page-server.ts';
import { type Behaviour, type BehaviourConfig } from './people/behaviour.ts';
import { People } from './people/people.ts';
import { type Fault, Faults } from './smtp/faults.ts';
import { createSmtpSink } from './smtp/smtp-sink.ts';

export interface MailSandboxOptions {
  /** Folder for the index and the messages; made when missing. */
  stateDir: string;
  /** Ports on `host`; 0 lets the system choose. */
  smtpPort?: number;
  imapPort?: number;
  httpPort?: number;
  host?: string;
  /** The same seed gives every address the same character. */
  seed?: string | number;
  /** 60 makes an hour of simulated patience last a minute. */
  speed?: number;
  /** Who does what, how often and how fast. */
  recipients?: BehaviourConfig;
  /** The password of every account. */
  password?: string;
  /** Messages kept before the oldest are dropped. */
  keep?: number;
  log?: (line: string) => void;
}

export interface MailSandbox {
  smtp: { host: string; port: number };
  imap: { host: string; port: number };
  /** The page that shows every mail. */
  url: string;
  /** Mails newest first, as recipients got them. */
  messages(filter?: Parameters<MailStore['listMails']>[0]): StoredMail[];
  /** The raw source of a mail. */
  read(mail: StoredMail): Promise<Buffer>;
  /** Fixes what an address does from now on. */
  setBehaviour(address: string, behaviour: Behaviour | string): void;
  /** Replaces the faults in force. */
  setFaults(faults: Fault[]): void;
  /** Makes the recipient do something about a mail at once; returns what happened. */
  act(mailId: number, action: string, detail?: Record<string, unknown>): Promise<string>;
  reset(): void;
  /** Closes every port and connection; what people still had in mind happens after the next start. */
  stop(): Promise<void>;
}

/**
 * Starts a mail world on this machine: an SMTP server that takes everything, an IMAP server with a mailbox for every
 * address, simulated people who react, and a page to watch them. Throws an `EmbeddedError` for a busy port or a folder
 * that cannot be written.
 */
export async function startMailSandbox(options: MailSandboxOptions): Promise<MailSandbox> {
  const { host = '127.0.0.1', seed = 'sandbox', speed = 1, password = 'sandbox', log = () => undefined } = options;
  const store = openStore(options);
  const faults = new Faults();
  const people = new People({ store, seed, speed, config: options.recipients ?? {}, log });
  const smtp = createSmtpSink({
    password,
    faults,
    refuse: (recipient) => people.refuse(recipient),
    onAccount: (address) => store.addAccount(address),
    onMail: async ({ raw, from, to, account }) => {
      await deliver(store, { raw, envelopeFrom: from, envelopeTo: to, submittedBy: account });
      log(`mail from ${from} to ${to.join(', ')}`);
    },
  });
  const imap = createImapServer({ store, password });
  const page = createPageServer({ store, people, faults });
  const stop = async () => {
    await people.stop();
    for (const socket of imap.sockets) socket.destroy();
    page.closeAllConnections();
    smtp.hangUp();
    await Promise.all([
      new Promise<void>((resolve) => smtp.server.close(() => resolve())),
      ...[imap.server, page].map((server) => new Promise((resolve) => server.close(resolve))),
    ]);
    store.close();
  };
  try {
    const smtpPort = await listen(smtp.server.server, host, options.smtpPort ?? 2525, 'SMTP');
    const imapPort = await listen(imap.server, host, options.imapPort ?? 1143, 'IMAP');
    const httpPort = await listen(page, host, options.httpPort ?? 4002, 'the sandbox page');
    return {
      smtp: { host, port: smtpPort },
      imap: { host, port: imapPort },
      url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${httpPort}`,
      messages: (filter = {}) => store.listMails(filter),
      read: (mail) => store.read(mail.blob),
      setBehaviour: (address, behaviour) => store.setOverride(normalizeAddress(address), behaviour),
      setFaults: (list) => faults.set(list),
      act: async (mailId, action, detail) => {
        const mail = store.getMail(mailId);
        return mail ? people.act(mail, action, detail) : 'there is no such mail';
      },
      reset: () => store.reset(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openStore({ stateDir, keep }: MailSandboxOptions): MailStore {
  try {
    mkdirSync(stateDir, { recursive: true });
    return new MailStore(stateDir, keep);
  } catch (cause) {
    throw new EmbeddedError(
      'sandbox.folder_not_writable',
      `The mail sandbox cannot write to ${stateDir} (${cause instanceof Error ? cause.message : 'error'}): make it writable or choose another folder.`,
      { cause },
    );
  }
}

async function listen(server: Server, host: string, port: number, what: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new EmbeddedError(
      'sandbox.port_busy',
      `Port ${port} on ${host}, wanted for ${what}, cannot be used (${(cause as NodeJS.ErrnoException).code ?? 'error'}): stop the program that holds it, or choose another port.`,
      { cause },
    );
  }
  const address = server.address();
  return address && typeof address === 'object' ? address.port : port;
}
