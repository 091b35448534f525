import type { Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { ReplyReader, type Reply } from './read-replies.ts';

/** The connection ended while an answer was awaited; `replies` came before that. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly replies: readonly Reply[];
  constructor(message: string, replies: readonly Reply[], cause?: Error) {
    super(message, { cause });
    this.replies = replies;
  }
}

interface Waiter {
  count: number;
  replies: Reply[];
  resolve(replies: Reply[]): void;
  reject(error: Error): void;
}

/** One connection to a mail server: commands out, replies in, silence limited. */
export class SmtpWire {
  #socket: Socket;
  #reader = new ReplyReader();
  #early: Reply[] = [];
  #waiter: Waiter | null = null;
  #lost: Error | null = null;
  #resting = false;
  #listeners: (() => void)[] = [];

  /** Takes over a connected socket. */
  constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen(socket);
  }

  /** Whether the connection can carry another mail: open, and nothing was said that nobody asked for. */
  get usable(): boolean {
    return this.#lost === null && this.#early.length === 0 && !this.#reader.partial;
  }

  /** Calls back once when the connection has ended, for whatever reason. */
  onEnd(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Sends one or more commands and gives the reply to the last of them. */
  async ask(command: string, timeoutMs: number): Promise<Reply> {
    this.send(`${command}\r\n`);
    return (await this.replies(1, timeoutMs))[0]!;
  }

  /** Sends text as it is; `flushed` is called when the operating system has taken all of it. */
  send(text: string | Buffer, flushed?: () => void): void {
    this.#socket.write(text, flushed && ((error?: Error | null) => void (error || flushed())));
  }

  /** Waits for the next replies; the connection is given up after that much silence. @throws ConnectionLost */
  replies(count: number, timeoutMs: number): Promise<Reply[]> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply[]>();
    this.#waiter = { count, replies: this.#early.splice(0, count), resolve, reject };
    this.#resting = false;
    this.#socket.setTimeout(timeoutMs);
    this.#settle();
    return promise;
  }

  /** Puts TLS on the connection. What came in clear text afterwards would be an attacker's, so it ends the connection. */
  async secure(options: ConnectionOptions, timeoutMs: number): Promise<void> {
    if (!this.usable) throw new Error('The server sent more than an answer to STARTTLS.');
    const plain = this.#socket;
    plain.removeAllListeners();
    const socket = connectTls({ ...options, socket: plain });
    this.#socket = socket;
    this.#listen(socket);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.setTimeout(timeoutMs);
    socket.once('secureConnect', resolve);
    this.onEnd(() => reject(this.#lost ?? new Error('The connection ended.')));
    await promise;
  }

  /** Says goodbye and closes; an idle connection does so by itself after `idleMs` of silence. */
  quit(): void {
    if (this.#lost) return;
    this.#socket.end('QUIT\r\n');
    this.#lose(new Error('The connection was closed.'), false);
    // A server that does not close its side is not waited for.
    this.#socket.setTimeout(2000, () => this.#socket.destroy());
  }

  /** Keeps the connection for the next mail, for a while. */
  rest(idleMs: number): void {
    this.#resting = true;
    this.#socket.setTimeout(idleMs);
  }

  destroy(): void {
    this.#lose(new Error('The connection was closed.'), true);
  }

  #listen(socket: Socket): void {
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#lose(error, true));
    socket.on('close', () => this.#lose(new Error('The server closed the connection.'), true));
    socket.on('timeout', () => {
      if (this.#resting) this.quit();
      else this.#lose(new Error('The server did not answer in time.'), true);
    });
  }

  #receive(chunk: Buffer): void {
    if (this.#lost) return;
    try {
      const replies = this.#reader.push(chunk);
      if (this.#waiter) this.#waiter.replies.push(...replies);
      else this.#early.push(...replies);
      this.#settle();
    } catch (error) {
      this.#lose(error as Error, true); // the reader throws nothing else
    }
  }

  #settle(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    if (waiter.replies.length >= waiter.count) {
      this.#waiter = null;
      this.#early.push(...waiter.replies.splice(waiter.count));
      this.#socket.setTimeout(0);
      waiter.resolve(waiter.replies);
    } else if (this.#lost) {
      this.#waiter = null;
      waiter.reject(new ConnectionLost(this.#lost.message, waiter.replies, this.#lost));
    }
  }

  #lose(reason: Error, destroy: boolean): void {
    if (destroy) this.#socket.destroy();
    if (this.#lost) return;
    this.#lost = reason;
    this.#settle();
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
