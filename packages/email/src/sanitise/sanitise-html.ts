import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import {
  CELLS,
  DROPPED_TAGS,
  IMPLIED_ENDS,
  KEPT_ATTRIBUTES,
  KEPT_TAGS,
  RAW_TAGS,
  TABLE_PARTS,
  VOID_TAGS,
} from './allowed-markup.ts';
import { cleanLink, imageSource } from './clean-address.ts';
import { cleanStyle } from './clean-style.ts';

/** A mail's html made safe, and how many remote images were kept from loading. */
export interface SanitisedHtml {
  html: string;
  blockedImages: number;
}

export interface SanitiseOptions {
  allowRemoteImages: boolean;
}

/** Where the address of a picture stands that waits until the reader wants it. */
const WAITING = 'data-src';

/** Elements inside one another; what is nested deeper keeps its words only. */
const MAX_DEPTH = 200;

/**
 * The html of a received mail without scripts, forms, frames, style sheets, foreign content and event handlers, its look
 * kept. It is safe by itself: every tag in it is written here, none of them changes how a browser reads what follows, and
 * all else is escaped. Remote images load only with `allowRemoteImages`, so that opening a mail tells nobody; without, their addresses
 * stand in `data-src`, for the reader who wants to see them.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions): SanitisedHtml {
  const writer = new MarkupWriter(html, options);
  // `decodeEntities`: what is checked is what the characters mean; they are escaped again on the way out.
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, writer);
  tokenizer.write(html);
  tokenizer.end();
  return writer.finish();
}

/** Takes the parts of a document as a tokenizer finds them and writes what may stay. */
class MarkupWriter implements TokenizerCallbacks {
  readonly #source: string;
  readonly #options: SanitiseOptions;
  readonly #open: string[] = [];
  /** Tags that were nested too deep to be written, by name, so that their ends are not taken for another's. */
  readonly #unwritten = new Map<string, number>();
  readonly #lastEnds = new Map<string, number>();
  #output = '';
  #blocked = 0;
  #dropping: { name: string; depth: number } | null = null;
  #tag = '';
  #attribute = '';
  #value = '';
  #attributes = new Map<string, string>();

  constructor(source: string, options: SanitiseOptions) {
    this.#source = source;
    this.#options = options;
  }

  finish(): SanitisedHtml {
    while (this.#open.length > 0) this.#close();
    return { html: this.#output, blockedImages: this.#blocked };
  }

  ontext(start: number, end: number): void {
    if (!this.#dropping) this.#output += escapeText(this.#source.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    if (!this.#dropping) this.#output += escapeText(String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    // As browsers do, the first of two attributes with the same name counts.
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(end: number): void {
    this.#openTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#openTag(end, true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (this.#dropping) {
      if (name === this.#dropping.name && --this.#dropping.depth === 0) this.#dropping = null;
      return;
    }
    if (name === 'br') this.#output += '<br>';
    const unwritten = this.#unwritten.get(name) ?? 0;
    if (unwritten > 0) this.#unwritten.set(name, unwritten - 1);
    else this.#closeTo(name);
  }

  // Comments, declarations and the like say nothing to a reader.
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #openTag(end: number, selfClosed: boolean): void {
    const name = this.#tag;
    if (this.#dropping) {
      if (name === this.#dropping.name) this.#dropping.depth += 1;
      return;
    }
    if (RAW_TAGS.has(name) || (DROPPED_TAGS.has(name) && !selfClosed && this.#endsAfter(name, end))) {
      this.#dropping = { name, depth: 1 };
      return;
    }
    if (!KEPT_TAGS.has(name)) return;
    const ended = IMPLIED_ENDS.get(name);
    while (ended?.has(this.#open.at(-1) ?? '')) this.#close();
    if (!VOID_TAGS.has(name)) {
      if (this.#open.length >= MAX_DEPTH) {
        this.#unwritten.set(name, (this.#unwritten.get(name) ?? 0) + 1);
        return;
      }
      this.#open.push(name);
    }
    this.#output += `<${name}${this.#writeAttributes(name)}>`;
  }

  #writeAttributes(tag: string): string {
    let written = '';
    for (const [name, value] of this.#attributes) {
      if (tag === 'img' && (name === 'src' || name === WAITING)) written += this.#writeSource(name, value);
      else {
        const kept = this.#attributeValue(tag, name, value);
        if (kept !== null) written += ` ${name}="${escapeText(kept)}"`;
      }
    }
    return tag === 'a' ? `${written} target="_blank" rel="noopener noreferrer"` : written;
  }

  #attributeValue(tag: string, name: string, value: string): string | null {
    if (KEPT_ATTRIBUTES.has(name)) return value;
    if (name === 'style') {
      const { css, blocked } = cleanStyle(value, this.#options);
      this.#blocked += blocked;
      return css || null;
    }
    return tag === 'a' && name === 'href' ? cleanLink(value) : null;
  }

  /** Where a picture comes from; one from elsewhere that may not load keeps its address where nothing loads it. */
  #writeSource(name: string, value: string): string {
    const source = imageSource(value);
    if (source.from === 'nowhere') return '';
    if (name === WAITING && (source.from === 'mail' || this.#attributes.has('src'))) return '';
    const waits = name === WAITING || (source.from === 'elsewhere' && !this.#options.allowRemoteImages);
    if (waits && name === 'src') this.#blocked += 1;
    return ` ${waits ? WAITING : 'src'}="${escapeText(source.address)}"`;
  }

  /** Whether an element is closed anywhere behind a place; one that is not would swallow the rest of the mail. */
  #endsAfter(name: string, place: number): boolean {
    let last = this.#lastEnds.get(name);
    if (last === undefined) {
      last = -1;
      for (const { index } of this.#source.matchAll(new RegExp(`</${name}`, 'gi'))) last = index;
      this.#lastEnds.set(name, last);
    }
    return last > place;
  }

  #closeTo(name: string): void {
    if (!this.#open.includes(name)) return;
    const isWord = !TABLE_PARTS.has(name);
    for (let index = this.#open.length - 1; index >= 0; index--) {
      if (this.#open[index] === name) {
        while (this.#open.length > index) this.#close();
        return;
      }
      if (isWord && CELLS.has(this.#open[index]!)) return;
    }
  }

  #close(): void {
    this.#output += `</${this.#open.pop()!}>`;
  }
}

// No mail text needs a control character, and parsers disagree about them.
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const UNSAFE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replace(UNSAFE, (character) => ENTITIES[character] ?? '');
}
