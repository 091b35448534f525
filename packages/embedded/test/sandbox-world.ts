import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { createTransport, type SentMessageInfo } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type StoredMail } from '../src/sandbox/mail-schema.ts';
import { type MailSandbox, type MailSandboxOptions, startMailSandbox } from '../src/sandbox/start-mail-sandbox.ts';

/** A request that reached the web site the mails link to. */
export interface Visit {
  method: string;
  path: string;
  agent: string;
  body: string;
}

const PATIENCE = { timeout: 60_000, interval: 25 };

/** The account that sends in these tests. */
export const SENDER = 'mara@harbor.example';

/** A sandbox for each test of a file, a sender's account, and the web site its mails link to. */
export class SandboxWorld {
  readonly visits: Visit[] = [];
  readonly #stateDir = mkdtempSync(join(tmpdir(), 'mail-sandbox-test-'));
  readonly #web = createServer((request, response) => void this.#serve(request, response));
  #sandbox: MailSandbox | undefined;

  constructor() {
    beforeAll(async () => {
      this.#web.listen(0, '127.0.0.1');
      await once(this.#web, 'listening');
    });
    beforeEach(() => this.start());
    afterEach(async () => {
      this.sandbox.reset();
      this.visits.length = 0;
      await this.sandbox.stop();
    });
    afterAll(() => {
      this.#web.close();
      rmSync(this.#stateDir, { recursive: true, force: true });
    });
  }

  get sandbox(): MailSandbox {
    if (!this.#sandbox) throw new Error('The sandbox starts with each test.');
    return this.#sandbox;
  }

  /** Where the links of the mails lead. */
  get site(): string {
    // Listening on a TCP port since beforeAll, so its address is no pipe's name.
    return `http://localhost:${(this.#web.address() as AddressInfo).port}`;
  }

  /** Starts the sandbox on the same folder again; stop the running one first. */
  async start(options: Partial<MailSandboxOptions> = {}): Promise<void> {
    this.#sandbox = await startMailSandbox({ ...this.options, speed: 1_000, ...options });
  }

  get options(): MailSandboxOptions {
    const delays = { slowOpen: 100, slowReply: 200 };
    return {
      stateDir: this.#stateDir,
      seed: 'test',
      smtpPort: 0,
      imapPort: 0,
      httpPort: 0,
      recipients: { delays },
    };
  }

  transport({ user = SENDER, pass = 'sandbox' } = {}) {
    return createTransport({ ...this.sandbox.smtp, secure: false, ignoreTLS: true, auth: { user, pass } });
  }

  /** Sends a mail with a link, a way out and an open pixel. */
  async send(to: string, extra: object = {}): Promise<SentMessageInfo> {
    const { site } = this;
    return this.transport().sendMail({
      from: `Mara Lindholm <${SENDER}>`,
      to,
      subject: 'Your Rotterdam lanes',
      text: 'Hello, are you the right person for this? Thanks for your time.',
      html: `<p>Hello</p><a href="${site}/click">Look</a> <a href="${site}/stop">Unsubscribe</a><img src="${site}/pixel" width="1" height="1">`,
      ...extra,
    });
  }

  async login(user = SENDER, pass = 'sandbox'): Promise<ImapFlow> {
    const client = new ImapFlow({ ...this.sandbox.imap, secure: false, auth: { user, pass }, logger: false });
    await client.connect();
    return client;
  }

  /** The sender's mails, newest first, once there are as many. */
  async inbox(count: number, to = SENDER): Promise<StoredMail[]> {
    return vi.waitFor(() => {
      const mails = this.sandbox.messages({ to });
      if (mails.length !== count) throw new Error(`${mails.length} mails to ${to} instead of ${count}`);
      return mails;
    }, PATIENCE);
  }

  /** The source of the first mail to an address, once it is there. */
  async source(to = SENDER): Promise<string> {
    const [mail] = await this.inbox(1, to);
    return mail ? (await this.sandbox.read(mail)).toString() : '';
  }

  /** The first visit that fits, once it happened. */
  async visit(fits: (visit: Visit) => boolean): Promise<Visit> {
    return vi.waitFor(() => {
      const visit = this.visits.find(fits);
      if (!visit) throw new Error('Nobody came.');
      return visit;
    }, PATIENCE);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    this.visits.push({ method: request.method ?? '', path, agent: request.headers['user-agent'] ?? '', body });
    if (path === '/click') {
      response.writeHead(302, { location: 'https://elsewhere.example/page' }).end();
      return;
    }
    const form =
      '<form method="post" action="/stop"><input type="hidden" name="token" value="a&amp;b"><button>Yes</button></form>';
    response.end(path === '/stop' && request.method === 'GET' ? form : 'ok');
  }
}
