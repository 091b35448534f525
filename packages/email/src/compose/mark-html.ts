import { decodeHTMLAttribute } from 'entities';
import { QuoteType, Tokenizer } from 'htmlparser2';
import { escapeHtml } from '../merge/index.ts';
import { quietCallbacks } from '../sanitise/index.ts';
import { shieldLiquid } from './shield-liquid.ts';

/** Marks in a prepared template: around each link's address, and where footer and open pixel go. */
export const URL_START = '\u0002';
export const URL_END = '\u0003';
export const TAIL = '\u0004';

// oxlint-disable-next-line no-control-regex -- frees the characters the marks are made of
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const HIDDEN = 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all';

/** An html template with the places marked that change per lead beside its merge fields, and the links it has. */
export function markHtml(source: string, preheader?: string): { html: string; links: string[] } {
  const { text, restore } = shieldLiquid(source.replace(CONTROLS, ''));
  const links: string[] = [];
  let marked = '';
  let from = 0;
  for (const { start, end, quote } of linkAddresses(text)) {
    const url = text.slice(start, end);
    links.push(restore(decodeEntities(url)).trim());
    marked += `${text.slice(from, start)}${quote}${URL_START}${url}${URL_END}${quote}`;
    from = end;
  }
  marked += text.slice(from);
  const bodyEnd = marked.toLowerCase().lastIndexOf('</body');
  const end = bodyEnd === -1 ? marked.length : bodyEnd;
  const html = restore(`${marked.slice(0, end)}${TAIL}${marked.slice(end)}`);
  return { html: preheader ? insertPreheader(html, preheader) : html, links };
}

/** Where the address of each link stands in html, and the quote it lacks. */
function linkAddresses(html: string): { start: number; end: number; quote: '"' | '' }[] {
  const found: { start: number; end: number; quote: '"' | '' }[] = [];
  let isLink = false;
  let isAddress = false;
  let value: { start: number; end: number } | null = null;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...quietCallbacks,
      onopentagname: (start, end) => void (isLink = /^(?:a|area)$/i.test(html.slice(start, end))),
      onattribname(start, end) {
        isAddress = isLink && html.slice(start, end).toLowerCase() === 'href';
        value = null;
      },
      onattribdata: (start, end) => void (value = { start: value?.start ?? start, end }),
      onattribend(quote) {
        if (!isAddress || !value) return;
        found.push({ ...value, quote: quote === QuoteType.Unquoted ? '"' : '' });
        // Of two addresses the first counts.
        isLink = false;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return found;
}

/** The text an attribute value stands for. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTMLAttribute(text) : text;
}

function insertPreheader(html: string, preheader: string): string {
  const { text, restore } = shieldLiquid(preheader);
  const hidden = `<div style="${HIDDEN}">${restore(escapeHtml(text))}</div>`;
  const at = bodyStart(html);
  return html.slice(0, at) + hidden + html.slice(at);
}

/** Where the content of the body begins. */
function bodyStart(html: string): number {
  let isBody = false;
  let at = 0;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...quietCallbacks,
      onopentagname: (start, end) => void (isBody = at === 0 && html.slice(start, end).toLowerCase() === 'body'),
      onopentagend: (end) => void (isBody && (at = end + 1)),
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return at;
}
