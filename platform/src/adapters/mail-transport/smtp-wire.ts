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
  /** However busily the server talks, it is not listened to for longer. */
  until: number;
  replies: Reply[];
  resolve(replies: Reply[]): void;
  reject(error: Error): void;
}

/** More than a goodbye is not read once the connection is given up. */
const maxGoodbye = 4096;

/**
 * One connection to a mail server: commands out, replies in, silence limited. A server that says more than it was asked for is not
 * listened to: the connection ends, so nothing of it is kept or taken for the answer to a later command.
 */
export class SmtpWire {
  #socket: Socket;
  #reader = new ReplyReader();
  #waiter: Waiter | null = null;
  #lost: Error | null = null;
  #resting = false;
  #afterEnd = 0;
  #listeners: (() => void)[] = [];

  /** Takes over a connected socket. */
  constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen(socket);
  }

  /** Whether the connection can carry another mail. */
  get usable(): boolean {
    return this.#lost === null;
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
    this.#waiter = { count, until: performance.now() + 2 * timeoutMs, replies: [], resolve, reject };
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
    // A server that does not close its side is not waited for, however much it says.
    setTimeout(() => this.#socket.destroy(), 2000).unref();
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
    if (this.#lost) {
      this.#afterEnd += chunk.length;
      if (this.#afterEnd > maxGoodbye) this.#socket.destroy();
      return;
    }
    const waiter = this.#waiter;
    if (!waiter) return this.#lose(new Error('The server spoke without being asked.'), true);
    if (performance.now() > waiter.until) return this.#lose(new Error('The server did not answer in time.'), true);
    let wrong: Error | null = null;
    try {
      this.#reader.push(chunk, waiter.replies);
    } catch (error) {
      wrong = error as Error; // the reader throws nothing else
    }
    const { replies, count } = waiter;
    // What was asked for is answered, and what follows is not: the answers count, the connection does not go on.
    if (replies.length > count || (replies.length === count && this.#reader.partial))
      wrong ??= new Error('The server said more than it was asked for.');
    replies.length = Math.min(replies.length, count);
    this.#settle();
    if (wrong) this.#lose(wrong, true);
  }

  #settle(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    if (waiter.replies.length >= waiter.count) {
      this.#waiter = null;
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
