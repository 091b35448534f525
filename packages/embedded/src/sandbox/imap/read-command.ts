/** A parsed argument: an atom (unquoted, compared without case), a string (quoted or literal) or a parenthesised list. */
export type Token = { atom: string } | { bytes: Buffer } | Token[];

/** One complete client command as it came: its lines joined, literals set apart. */
type Piece = string | Buffer;

const MAX_LINE = 64 * 1024;
const MAX_LITERAL = 40 * 1024 * 1024;

export interface CommandListener {
  onCommand(pieces: Piece[]): void;
  /** A literal's bytes are awaited. */
  onContinue(): void;
  /** The client sends more than any command needs; nothing it says is read any more. */
  onTooMuch(reason: string): void;
}

/** Cuts a byte stream into commands; asks for a literal's bytes by `onContinue` (not for `{n+}` ones). What it holds is bounded. */
export class CommandReader {
  #buffer: Buffer = Buffer.alloc(0);
  #pieces: Piece[] = [];
  #missing = 0;
  #refused = false;
  readonly #listener: CommandListener;

  constructor(listener: CommandListener) {
    this.#listener = listener;
  }

  feed(chunk: Buffer): void {
    if (this.#refused) return;
    this.#buffer = this.#buffer.length ? Buffer.concat([this.#buffer, chunk]) : chunk;
    for (;;) {
      if (this.#missing > 0) {
        if (this.#buffer.length < this.#missing) return;
        this.#pieces.push(this.#buffer.subarray(0, this.#missing));
        this.#buffer = this.#buffer.subarray(this.#missing);
        this.#missing = 0;
      }
      const end = this.#buffer.indexOf('\n');
      if (end > MAX_LINE || (end < 0 && this.#buffer.length > MAX_LINE))
        return this.#refuse(`A command line may have ${MAX_LINE} bytes`);
      if (end < 0) return;
      const line = this.#buffer.subarray(0, end).toString('utf8').replace(/\r$/, '');
      this.#buffer = this.#buffer.subarray(end + 1);
      const literal = /\{(\d+)(\+?)\}$/.exec(line);
      const size = Number(literal?.[1] ?? 0);
      const held = this.#pieces.reduce((sum, piece) => sum + piece.length, size);
      if (held > MAX_LITERAL) return this.#refuse(`A literal may have ${MAX_LITERAL} bytes`);
      if (literal) {
        this.#pieces.push(line.slice(0, literal.index));
        this.#missing = size;
        if (!size) this.#pieces.push(Buffer.alloc(0));
        if (!literal[2]) this.#listener.onContinue();
        continue;
      }
      const pieces = [...this.#pieces, line];
      this.#pieces = [];
      this.#listener.onCommand(pieces);
    }
  }

  #refuse(reason: string): void {
    this.#refused = true;
    this.#buffer = Buffer.alloc(0);
    this.#pieces = [];
    this.#listener.onTooMuch(reason);
  }
}

/** Turns a command's pieces into tokens. Throws on unbalanced parentheses. */
export function readTokens(pieces: Piece[]): Token[] {
  const root: Token[] = [];
  const open: Token[][] = [root];
  const push = (token: Token) => open.at(-1)?.push(token);
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      push({ bytes: piece });
      continue;
    }
    // An atom may carry a bracketed section with spaces inside: BODY.PEEK[HEADER.FIELDS (TO)]<0.10>
    for (const [part] of piece.matchAll(/"(?:[^"\\]|\\.)*"|[()]|(?:[^\s()"[\]]|\[[^\]]*\])+/g)) {
      if (part === '(') {
        const list: Token[] = [];
        push(list);
        open.push(list);
      } else if (part === ')') {
        if (open.length === 1) throw new Error('Unbalanced parentheses');
        open.pop();
      } else if (part.startsWith('"')) push({ bytes: Buffer.from(part.slice(1, -1).replace(/\\(.)/g, '$1')) });
      else push({ atom: part });
    }
  }
  if (open.length !== 1) throw new Error('Unbalanced parentheses');
  return root;
}

/** The token as text, whichever way it was written; lists have none. */
export function textOf(token: Token | undefined): string {
  if (!token || Array.isArray(token)) return '';
  return 'atom' in token ? token.atom : token.bytes.toString('utf8');
}

/** The token in capitals, for keywords. */
export function wordOf(token: Token | undefined): string {
  return textOf(token).toUpperCase();
}
