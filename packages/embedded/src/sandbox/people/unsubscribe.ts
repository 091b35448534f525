import { findLinks, readAttribute } from './read-links.ts';
import { visit } from './visit.ts';
import { type Original } from './write-mail.ts';

/** Takes the way out that a mail offers: the mail program's one click (RFC 8058), or the link in the text with its form. */
export async function unsubscribe(
  { parsed }: Original,
  byFooter: boolean,
  agent: { userAgent: string; signal: AbortSignal },
): Promise<string> {
  const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value ?? '';
  const oneClick = /<(https?:[^>]+)>/i.exec(header('list-unsubscribe'))?.[1];
  const footer = findLinks(parsed.html ?? '', parsed.text ?? '').find(({ stops }) => stops)?.href;
  if (oneClick && header('list-unsubscribe-post') && !(byFooter && footer)) {
    const post = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    return `one click: ${(await visit(oneClick, { ...agent, post })).outcome}`;
  }
  if (!footer) return 'no way to unsubscribe';
  const page = await visit(footer, agent);
  // The page asks once more, since programs follow every link; a person presses its button.
  const form = /<form\b([^>]*)>(.*?)<\/form>/is.exec(page.body);
  if (!form) return `link: ${page.outcome}, no form to confirm`;
  const fields = [...(form[2] ?? '').matchAll(/<(?:input|button)\b[^>]*>/gi)].flatMap(([tag]) => {
    const name = readAttribute(tag, 'name');
    return name ? [[name, readAttribute(tag, 'value') ?? '']] : [];
  });
  const target = new URL(readAttribute(form[1] ?? '', 'action') || page.url, page.url).href;
  return `link and form: ${(await visit(target, { ...agent, post: new URLSearchParams(fields) })).outcome}`;
}
