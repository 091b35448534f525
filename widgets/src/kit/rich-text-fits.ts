/** What a rich-text field can show and give back unchanged. */
export const RICH_TAGS = ['p', 'br', 'strong', 'b', 'em', 'i', 'a', 'ul', 'ol', 'li'] as const;

/**
 * Whether HTML is simple enough for a rich-text field: its tags only, no attribute but a link's address, no control flow of
 * a template engine. Anything else belongs into a code field, where nothing is lost.
 */
export function fitsRichText(html: string): boolean {
  if (html.includes('<!') || !conditionsFit(html)) return false;
  for (const [, name = '', rest = ''] of html.matchAll(/<\/?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    if (!(RICH_TAGS as readonly string[]).includes(name.toLowerCase())) return false;
    const attributes = rest.replace(/\/$/, '').trim();
    const link = name.toLowerCase() === 'a' && /^href\s*=\s*("[^"]*"|'[^']*')$/i.test(attributes);
    if (attributes !== '' && !link) return false;
  }
  return true;
}

/**
 * Whether conditions are words of a paragraph, which come back as they were: one around paragraphs, or that holds a sign of the markup,
 * would not. One that is still being written is text like any other.
 */
function conditionsFit(html: string): boolean {
  if (/\{%[^%]*<[^%]*%\}/.test(html)) return false;
  return !html.replace(/<(p|li)>[\s\S]*?<\/\1>/gi, '').includes('{%');
}
