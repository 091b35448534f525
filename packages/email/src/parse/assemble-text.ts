import { decodeBytes, isTelling } from '../decode/index.ts';
import { htmlText } from './html-text.ts';
import type { Reading } from './read-limits.ts';
import { joinFlowed } from './join-flowed.ts';
import { contentOf, leavesOf, type Part } from './walk-parts.ts';

/** What of a mail is read: its text, its html when it has some, and the parts that are neither. */
export interface Assembled {
  text: string;
  html: string | null;
  files: Part[];
}

/** A stretch of the mail, as plain text, as html, or as both. */
interface Block {
  plain?: string;
  html?: string;
}

interface Assembly {
  reading: Reading;
  hint: string | undefined;
  files: Part[];
  left: { text: number; html: number };
}

/** Puts together what is read from the parts of a mail; the text is made from the html where there is only that. */
export function assembleText(root: Part, reading: Reading, hint: string | undefined): Assembled {
  const { textBytes } = reading.limits;
  const assembly: Assembly = { reading, hint, files: [], left: { text: textBytes, html: textBytes } };
  let blocks = readBlocks(assembly, root);
  // Whoever sends nothing but a file of text wanted it read.
  if (!blocks.some(hasWords)) {
    const only = assembly.files.find(({ type }) => /^text\/(?!calendar|rfc822-headers|css)/.test(type));
    if (only && leavesOf(root).length === 1) blocks = [readBlock(assembly, only)];
  }
  // Parts without a word in them: the boundary was none.
  const isEmpty = !blocks.some(hasWords) && assembly.files.length === 0;
  if (isEmpty && root.children && !reading.truncated.has('parts'))
    blocks = [readBlock(assembly, { ...root, type: 'text/plain', children: null })];
  const html = blocks.some((block) => block.html !== undefined) ? blocks.map(asHtml).join('') : null;
  const text = blocks
    .map(asText)
    .filter((one) => one.trim() !== '')
    .join('\n');
  return { text: cutLines(text, reading), html, files: assembly.files };
}

function readBlocks(assembly: Assembly, part: Part): Block[] {
  if (!part.children) {
    if (!isShown(part)) {
      assembly.files.push(part);
      return [];
    }
    return [readBlock(assembly, part)];
  }
  const children = part.children.map((child) => readBlocks(assembly, child));
  if (part.type !== 'multipart/alternative') return children.flat();
  const plain = children.find((blocks) => blocks.some(hasWords) && blocks.every((block) => block.html === undefined));
  const html = children.findLast((blocks) => blocks.some((block) => block.html !== undefined));
  if (!html) return plain ?? [];
  const only = { html: html.map(asHtml).join('') };
  return [plain ? { plain: plain.map(asText).join('\n'), ...only } : { plain: html.map(asText).join('\n'), ...only }];
}

function isShown({ type, disposition }: Part): boolean {
  return (type === 'text/plain' || type === 'text/html') && disposition.value !== 'attachment';
}

function readBlock(assembly: Assembly, part: Part): Block {
  const { reading, left } = assembly;
  const kind = part.type === 'text/html' ? 'html' : 'text';
  // A named text in the middle of a mail is read there, and can be fetched as the file it is.
  if (left.text + left.html < 2 * reading.limits.textBytes && fileNameOf(part)) assembly.files.push(part);
  const { content, isWhole } = contentOf(part, left[kind]);
  if (!isWhole) reading.truncated.add(kind);
  left[kind] -= content.length;
  const charset = part.typeParameters['charset']?.split(/[\s;(]/)[0];
  const meta = kind === 'html' ? metaCharset(content) : undefined;
  const text = decodeBytes(content, isTelling(charset) ? charset : (meta ?? charset), meta ?? assembly.hint).replaceAll(
    '\0',
    '',
  );
  if (kind === 'html') return { html: text };
  const { format = '', delsp = '' } = part.typeParameters;
  const lines = text.replace(/\r\n?/g, '\n');
  return { plain: /^flowed$/i.test(format.trim()) ? joinFlowed(lines, /^yes$/i.test(delsp.trim())) : lines };
}

/** The charset html names in itself. */
function metaCharset(content: Buffer): string | undefined {
  const head = content.toString('latin1', 0, 4_096);
  for (const [tag] of head.matchAll(/<meta\b[^>]{0,500}/gi)) {
    const charset = /\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(tag)?.[1];
    if (charset) return charset;
  }
  return /^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1];
}

/** The name a part gives itself as a file. */
export function fileNameOf({ disposition, typeParameters }: Part): string {
  return disposition.parameters['filename'] || typeParameters['name'] || '';
}

function hasWords(block: Block): boolean {
  return (block.plain ?? '').trim() !== '' || block.html !== undefined;
}

function asText({ plain, html }: Block): string {
  const text = plain?.trim() || html === undefined ? (plain ?? '') : htmlText(html);
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function asHtml({ plain = '', html }: Block): string {
  if (html !== undefined) return html;
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return plain.trim() === '' ? '' : `<div>${escaped.trim().replaceAll('\n', '<br>\n')}</div>\n`;
}

function cutLines(text: string, { limits, truncated }: Reading): string {
  let at = -1;
  for (let count = 0; count < limits.lines; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return text;
  }
  if (at + 1 < text.length) truncated.add('text');
  return text.slice(0, at + 1);
}
