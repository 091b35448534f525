/** The value of an attribute in the source of one tag. */
export function readAttribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match ? decode(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** The remote images a mail program would load, each once. */
export function findImages(html: string): string[] {
  const sources = [...html.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => readAttribute(tag, 'src') ?? '');
  return [...new Set(sources.filter((source) => /^https?:/i.test(source)))];
}

/** The links of a mail in reading order; `stops` marks those that end the contact. */
export function findLinks(html: string, text: string): { href: string; stops: boolean }[] {
  const stopping = /unsubscribe|opt.?out|preference|désabonner|désinscrire|baja|abmelden|abbestellen/i;
  if (!html) return (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((href) => ({ href, stops: stopping.test(href) }));
  return [...html.matchAll(/<a\b[^>]*>(.*?)<\/a>/gis)].flatMap(([tag, label = '']) => {
    const href = readAttribute(tag.slice(0, tag.indexOf('>') + 1), 'href') ?? '';
    return /^https?:/i.test(href) ? [{ href, stops: stopping.test(`${href} ${label}`) }] : [];
  });
}
