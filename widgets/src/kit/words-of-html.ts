const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/** The words of HTML, to be read as text: lines where its blocks end. */
export const wordsOfHtml = (source: string): string =>
  source
    .replace(/<\/(p|li)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, sign: string) => SIGNS[sign] ?? '')
    .trim();
