import { escapeHtml } from '../merge/index.ts';
import { shieldLiquid } from './shield-liquid.ts';

/** Marks in a prepared template: around each link's address, and where footer and open pixel go. */
export const URL_START = '\u0002';
export const URL_END = '\u0003';
export const TAIL = '\u0004';

// oxlint-disable-next-line no-control-regex -- frees the characters the marks are made of
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const LINK = /(<(?:a|area)\b(?:[^<>"']|"[^"]*"|'[^']*')*?\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+))/gi;
const HIDDEN = 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all';

/** An html template with the places marked that change per lead beside its merge fields, and the links it has. */
export function markHtml(source: string, preheader?: string): { html: string; links: string[] } {
  const { text, restore } = shieldLiquid(source.replace(CONTROLS, ''));
  const links: string[] = [];
  const marked = text.replace(LINK, (_, before: string, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? '';
    links.push(restore(decodeEntities(url)).trim());
    const quote = single === undefined ? '"' : "'";
    return `${before}${quote}${URL_START}${url}${URL_END}${quote}`;
  });
  const bodyEnd = marked.toLowerCase().lastIndexOf('</body');
  const end = bodyEnd === -1 ? marked.length : bodyEnd;
  const html = restore(`${marked.slice(0, end)}${TAIL}${marked.slice(end)}`);
  return { html: preheader ? insertPreheader(html, preheader) : html, links };
}

/** The text an attribute value stands for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi, (whole, name, decimal, hex) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function insertPreheader(html: string, preheader: string): string {
  const { text, restore } = shieldLiquid(preheader);
  const hidden = `<div style="${HIDDEN}">${restore(escapeHtml(text))}</div>`;
  const body = /<body\b(?:[^<>"']|"[^"]*"|'[^']*')*>/i.exec(html);
  const at = body ? body.index + body[0].length : 0;
  return html.slice(0, at) + hidden + html.slice(at);
}
