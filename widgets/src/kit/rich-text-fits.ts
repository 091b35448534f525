/** What a rich-text field can show and give back unchanged. */
export const RICH_TAGS = ['p', 'br', 'strong', 'b', 'em', 'i', 'a', 'ul', 'ol', 'li'] as const;

/**
 * Whether HTML is simple enough for a rich-text field: its tags only, no attribute but a link's address, no control flow of
 * a template engine. Anything else belongs into a code field, where nothing is lost.
 */
export function fitsRichText(html: string): boolean {
  if (/\{%|<!/.test(html)) return false;
  for (const [, name = '', rest = ''] of html.matchAll(/<\/?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    if (!(RICH_TAGS as readonly string[]).includes(name.toLowerCase())) return false;
    const attributes = rest.replace(/\/$/, '').trim();
    const link = name.toLowerCase() === 'a' && /^href\s*=\s*("[^"]*"|'[^']*')$/i.test(attributes);
    if (attributes !== '' && !link) return false;
  }
  return true;
}
