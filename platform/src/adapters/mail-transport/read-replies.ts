/** What a server answered: the code and the text of each line. */
export interface Reply {
  code: number;
  lines: string[];
}

/** No honest reply is longer. */
const maxLine = 4096;
const maxLines = 200;
const maxReply = 65_536;

/** Cuts what a server sends into replies, however the network cut it into chunks. */
export class ReplyReader {
  #rest = '';
  #lines: string[] = [];
  #size = 0;

  /** Whether an answer has begun that is not complete. */
  get partial(): boolean {
    return this.#rest !== '' || this.#lines.length > 0;
  }

  /** Adds what is complete to `replies` as it is found. @throws when this is not SMTP. */
  push(chunk: Buffer, replies: Reply[]): void {
    const text = this.#rest + chunk.toString('latin1');
    let start = 0;
    for (let stop = text.indexOf('\n'); stop >= 0; stop = text.indexOf('\n', start)) {
      const reply = this.#line(text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop));
      if (reply) replies.push(reply);
      start = stop + 1;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > maxLine) throw new Error('The server sent a line without end.');
  }

  #line(line: string): Reply | null {
    const code = Number(line.slice(0, 3));
    const mark = line[3] ?? ' ';
    if (!(code >= 200 && code <= 599) || (mark !== ' ' && mark !== '-'))
      throw new Error(`The server does not speak SMTP: ${line.slice(0, 80)}`);
    this.#size += line.length;
    if (line.length > maxLine || this.#size > maxReply || this.#lines.length >= maxLines)
      throw new Error('The server sent an answer without end.');
    this.#lines.push(Buffer.from(line.slice(4), 'latin1').toString('utf8'));
    if (mark === '-') return null;
    const reply = { code, lines: this.#lines };
    this.#lines = [];
    this.#size = 0;
    return reply;
  }
}

/** A reply as one line of text, short enough to be stored beside a mail. */
export function replyText(reply: Reply): string {
  return `${reply.code} ${reply.lines.join(' ')}`.trim().slice(0, 1000);
}

/** The enhanced status codes (RFC 3463) of a reply, such as `5.1.1`: of every line that begins with one or puts one into brackets. */
export function replyStatuses(reply: Reply): string[] {
  return reply.lines.flatMap((line) => {
    const found =
      /^#?([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(line) ?? /[#([]([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(line);
    return found ? [found[1]!] : [];
  });
}

/** The status code of a reply that says most: the first that is more than "something went wrong". */
export function replyStatus(reply: Reply): string | null {
  const statuses = replyStatuses(reply);
  return statuses.find((status) => !/^[245]\.0\.\d+$/.test(status)) ?? statuses[0] ?? null;
}
