import { Tokenizer } from 'htmlparser2';

// An end that is forgotten must not take the rest of the mail with it, so there are no others.
const SKIPPED = new Set(['style', 'script', 'title']);
const BLOCKS = new Set(
  'address article aside center dd details div dl dt fieldset figcaption figure footer form header li main nav ol section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('p blockquote h1 h2 h3 h4 h5 h6 pre'.split(' '));
const DEEPEST_QUOTE = 10;
const RULE = '-'.repeat(40);
const LONGEST_LINK = 2_000;

/**
 * The text of html: blocks on lines of their own, quotes marked with `>`, links behind their words. Goes through the html
 * once without building a tree, so neither depth nor size can keep it busy.
 */
export function htmlText(html: string): string {
  const writer = new TextWriter();
  let tag = '';
  let attribute = '';
  let value: string[] = [];
  let href = '';
  const startTag = () => {
    writer.open(tag, href);
    href = '';
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false },
    {
      ontext: (start, end) => writer.write(html.slice(start, end)),
      ontextentity: (codepoint) => writer.write(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        href = '';
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = [];
      },
      onattribdata: (start, end) => void (attribute === 'href' && value.push(html.slice(start, end))),
      onattribentity: (codepoint) => void (attribute === 'href' && value.push(String.fromCodePoint(codepoint))),
      onattribend: () => {
        if (attribute === 'href') href = value.join('').trim();
      },
      onopentagend: startTag,
      onselfclosingtag: startTag,
      onclosetag: (start, end) => writer.close(html.slice(start, end).trim().toLowerCase()),
      oncdata: () => undefined,
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return writer.finish();
}

/** Collects words into lines; empty lines are kept back until something follows. */
class TextWriter {
  private readonly lines: string[] = [];
  private line: string[] = [];
  private isLineEmpty = true;
  private endsInBlank = true;
  private emptyLines = 0;
  private quotes = 0;
  private lastQuotes = 0;
  private preformatted = 0;
  private skipped = '';
  private skippedDepth = 0;
  private link = '';
  private linkText: string[] = [];

  write(text: string): void {
    if (this.skipped) return;
    if (this.preformatted > 0) {
      const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
      this.append(first);
      for (const line of rest) {
        this.endLine(true);
        this.append(line);
      }
      return;
    }
    // A no-break space is a letter to html; to a reader of plain text it is a blank.
    const words = text.replace(/[ \t\r\n\f]+/g, ' ').replaceAll('\u00a0', ' ');
    this.append(this.endsInBlank && words.startsWith(' ') && this.isLineEmpty ? words.slice(1) : words);
  }

  open(tag: string, href: string): void {
    if (this.skipped) {
      if (tag === this.skipped) this.skippedDepth += 1;
      return;
    }
    if (SKIPPED.has(tag)) {
      [this.skipped, this.skippedDepth] = [tag, 1];
      return;
    }
    // A body ends whatever stands unfinished in front of it.
    if (tag === 'br') this.endLine(true);
    else if (tag === 'hr') {
      this.breakBlock(0);
      this.append(RULE);
      this.breakBlock(0);
    } else if (tag === 'td' || tag === 'th') this.separate();
    else if (PARAGRAPHS.has(tag)) this.breakBlock(1);
    else if (BLOCKS.has(tag)) this.breakBlock(0);
    if (tag === 'li') this.append('* ');
    if (tag === 'pre') this.preformatted += 1;
    if (tag === 'blockquote') this.quotes += 1;
    if (tag === 'a') {
      this.endLink();
      this.link = href.slice(0, LONGEST_LINK);
    }
  }

  close(tag: string): void {
    if (this.skipped) {
      if (tag === this.skipped) this.skippedDepth -= 1;
      if (this.skippedDepth === 0 || tag === 'body' || tag === 'html') this.skipped = '';
      return;
    }
    if (tag === 'a') this.endLink();
    if (PARAGRAPHS.has(tag)) this.breakBlock(1);
    else if (BLOCKS.has(tag)) this.breakBlock(0);
    if (tag === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (tag === 'blockquote') this.quotes = Math.max(0, this.quotes - 1);
  }

  finish(): string {
    this.endLink();
    this.endLine(false);
    return this.lines.join('\n');
  }

  private append(text: string): void {
    if (text === '') return;
    const words =
      this.endsInBlank && this.preformatted === 0 && text.startsWith(' ') && !this.isLineEmpty ? text.slice(1) : text;
    this.line.push(words);
    if (this.link) this.linkText.push(words);
    if (words.trim() !== '') this.isLineEmpty = false;
    if (words !== '') this.endsInBlank = /\s$/.test(words);
  }

  private separate(): void {
    if (!this.isLineEmpty) this.append(' ');
  }

  private endLink(): void {
    const { link } = this;
    if (!link) return;
    const words = this.linkText.join('').trim();
    this.link = '';
    this.linkText = [];
    const bare = link.replace(/^mailto:/i, '');
    if (words && bare !== words && !/^(#|javascript:|cid:)/i.test(link)) this.append(` [${bare}]`);
  }

  /** Ends the line; with `isKept` an empty one counts. */
  private endLine(isKept: boolean): void {
    const text = this.line.join('').trimEnd();
    this.line = [];
    this.endsInBlank = true;
    this.isLineEmpty = true;
    if (text.trim() === '') {
      if (isKept) this.emptyLines += 1;
      return;
    }
    const depth = Math.min(this.quotes, DEEPEST_QUOTE);
    const between = '>'.repeat(Math.min(depth, this.lastQuotes));
    this.lastQuotes = depth;
    if (this.lines.length > 0)
      for (let count = Math.min(this.emptyLines, 2); count > 0; count -= 1) this.lines.push(between);
    this.emptyLines = 0;
    this.lines.push(depth > 0 ? `${'>'.repeat(depth)} ${text}` : text);
  }

  private breakBlock(emptyLines: number): void {
    this.endLine(false);
    if (this.emptyLines < emptyLines) this.emptyLines = emptyLines;
  }
}
