import {
  MailServerFailure,
  type MailServer,
  type MailTransportPool,
  type SubmitRequest,
  type SubmitResult,
} from '#ports';
import { openSession, type SmtpLimits, type SmtpSession } from './smtp-session.ts';
import { notStarted, submitMessage } from './submit-message.ts';
import { resultOfFailure, transportFailure } from './transport-failure.ts';

interface Waiter {
  resolve: (session: SmtpSession) => void;
  reject: (error: MailServerFailure) => void;
}

/** Kept connections to one server; as many mails are on their way at once as there are connections. */
export class SmtpPool implements MailTransportPool {
  readonly #server: MailServer;
  readonly #limits: SmtpLimits;
  readonly #connections: number;
  readonly #idle: SmtpSession[] = [];
  readonly #waiting: Waiter[] = [];
  readonly #running = new Set<Promise<SubmitResult>>();
  /** Connections that are open or being opened. */
  #open = 0;
  #closed = false;

  constructor(server: MailServer, limits: SmtpLimits, connections: number) {
    this.#server = server;
    this.#limits = limits;
    this.#connections = connections;
  }

  submit(request: SubmitRequest): Promise<SubmitResult> {
    const run = this.#submit(request).finally(() => this.#running.delete(run));
    this.#running.add(run);
    return run;
  }

  /** Lets the mails that are on their way end, then says goodbye. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#running);
    for (const session of this.#idle.splice(0)) session.wire.quit();
  }

  async #submit(request: SubmitRequest): Promise<SubmitResult> {
    if (this.#closed) return resultOfFailure(new MailServerFailure('unreachable', 'The connections were closed.'));
    try {
      for (;;) {
        const session = await this.#take();
        const result = await submitMessage(session, request, this.#limits);
        void this.#giveBack(session, result);
        // Only a kept connection gives this answer, and each try uses one of them up.
        if (result !== notStarted) return result;
      }
    } catch (error) {
      return resultOfFailure(transportFailure(error, this.#server));
    }
  }

  async #take(): Promise<SmtpSession> {
    for (let session = this.#idle.pop(); session; session = this.#idle.pop()) if (session.wire.usable) return session;
    if (this.#open >= this.#connections)
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    return this.#connect();
  }

  async #connect(): Promise<SmtpSession> {
    this.#open += 1;
    try {
      const session = await openSession(this.#server, this.#limits);
      session.wire.onEnd(() => this.#ended(session));
      return session;
    } catch (error) {
      this.#open -= 1;
      const failure = transportFailure(error, this.#server);
      // With no connection left, whoever waits would only fail the same way, one timeout later.
      if (this.#open === 0) for (const waiter of this.#waiting.splice(0)) waiter.reject(failure);
      throw failure;
    }
  }

  async #giveBack(session: SmtpSession, result: SubmitResult | typeof notStarted): Promise<void> {
    const { wire } = session;
    if (result === notStarted || !wire.usable) return wire.destroy();
    if (result.outcome !== 'accepted') {
      // The server forgets the envelope before anything else is said; one that cannot is left.
      const reply = await wire.ask('RSET', this.#limits.commandTimeoutMs).catch(() => null);
      if (reply?.code !== 250) return wire.quit();
    }
    const waiter = this.#waiting.shift();
    if (waiter) return waiter.resolve(session);
    if (this.#closed) return wire.quit();
    wire.rest(this.#limits.idleMs);
    this.#idle.push(session);
  }

  #ended(session: SmtpSession): void {
    this.#open -= 1;
    const index = this.#idle.indexOf(session);
    if (index >= 0) this.#idle.splice(index, 1);
    const waiter = this.#waiting.shift();
    if (waiter) this.#connect().then(waiter.resolve, waiter.reject);
  }
}
