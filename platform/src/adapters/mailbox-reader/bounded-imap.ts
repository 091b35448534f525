import type { ImapFlow } from 'imapflow';

/** What one exchange with a server may cost. */
export interface Allowance {
  /** Bytes the server may send during it. */
  bytes: number;
  /** Milliseconds until its answer must be whole. */
  ms: number;
  /** Whether it brings a mail: its bytes are no talk. */
  isMail?: boolean;
}

/** The longest line of a server: a search through a very large folder has hundreds of thousands of numbers. */
export const longestLine = 4 * 1024 * 1024;
/** Bytes beside the mails: as many at once, and so many more every second. */
const talkBytes = 6 * 1024 * 1024;
const talkBytesPerSecond = 32 * 1024;
/** Lines beside them: what a folder says whose mails are all deleted at once, and the usual news. Each costs time to read. */
const talkLines = 20_000;
const talkLinesPerSecond = 100;
/** How often bytes are counted; lines are while they are read. */
const countEveryMs = 250;

/** Exchanges that bring no mail. */
export const talk: Allowance = { bytes: longestLine, ms: 60_000 };

/**
 * A connection whose server can neither flood nor stall us: each exchange has an allowance of bytes and time, all talk beside the mails
 * together has one that refills slowly, and whoever exceeds either is hung up on.
 */
export class BoundedImap {
  readonly client: ImapFlow;
  /** Why we hung up. */
  #violation: Error | null = null;
  /** Received bytes at which the running exchange has used up its allowance. */
  #limit = Infinity;
  #inMail = false;
  /** What is left for talk, as of the last count. */
  #bytesLeft = talkBytes;
  #linesLeft = talkLines;
  #counted = 0;
  #countedAt = Date.now();

  constructor(client: ImapFlow) {
    this.client = client;
    // What breaks the connection is told here; the command that was under way only learns that it is gone.
    client.on('error', (error: Error) => (this.#violation ??= error));
    this.#countLines();
    const timer = setInterval(() => this.#count(), countEveryMs).unref();
    client.once('close', () => clearInterval(timer));
  }

  /** One exchange. @throws when the server exceeds its allowance, and what `work` throws. */
  async exchange<T>(name: string, { bytes, ms, isMail = false }: Allowance, work: () => Promise<T>): Promise<T> {
    this.#count();
    [this.#limit, this.#inMail] = [this.#counted + bytes, isMail];
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(this.#hangUp(`did not finish its answer to ${name} in ${ms / 1000} seconds`)),
        ms,
      );
    });
    const running = work();
    // When it is late, nobody waits for the work any more.
    running.catch(() => undefined);
    try {
      const value = await Promise.race([running, late]);
      // Some commands end without a word on a connection that is gone.
      if (this.#violation) throw this.#violation;
      return value;
    } catch (error) {
      throw this.#violation ?? error;
    } finally {
      clearTimeout(timer);
      this.#count();
      this.#inMail = false;
    }
  }

  #count(): void {
    const { received } = this.client.stats();
    const now = Date.now();
    const seconds = (now - this.#countedAt) / 1000;
    this.#linesLeft = Math.min(talkLines, this.#linesLeft + seconds * talkLinesPerSecond);
    if (!this.#inMail) {
      const refilled = this.#bytesLeft + seconds * talkBytesPerSecond;
      this.#bytesLeft = Math.min(talkBytes, refilled) - (received - this.#counted);
    }
    [this.#counted, this.#countedAt] = [received, now];
    if (received > this.#limit) this.#hangUp('sent more than it was asked for');
    else if (this.#bytesLeft < 0) this.#hangUp('talks without end');
  }

  /** Counts each line as it is taken from the library's parser: a flood of short ones costs far more than its bytes. */
  #countLines(): void {
    // Not in the library's types: the stream of parsed responses, which it reads one by one.
    const { streamer } = this.client as unknown as { streamer: { read(): unknown } };
    const read = streamer.read.bind(streamer);
    streamer.read = () => {
      const line = read();
      if (line !== null && (this.#linesLeft -= 1) < 0) this.#hangUp('talks without end');
      return line;
    };
  }

  #hangUp(did: string): Error {
    this.#violation ??= new Error(`the server ${did}, so the connection was ended.`);
    this.client.close();
    return this.#violation;
  }
}
