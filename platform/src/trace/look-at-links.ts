import type { Client, Walk } from './client.ts';
import { campaignMails } from './look-at-mails.ts';
import { askedLanguages } from './look-at-pages.ts';
import { TraceError } from './trace-error.ts';

/** What recipients follow: the picture, the link, the way out with its page and its one click; and links that are not good. */
export async function lookAtLinks(walk: Walk): Promise<void> {
  const { ask, fastRoutes, installation } = walk;
  for (const client of walk.clients) {
    const links = new Set((await campaignMails(walk, client)).flatMap(({ raw }) => linksIn(raw, installation.url)));
    for (const prefix of ['/o/', '/c/', '/u/'])
      if (![...links].some((link) => link.startsWith(prefix)))
        throw new TraceError(`No mail of a campaign has a link with ${prefix}: the check must be mended.`);
    for (const link of links)
      for (const language of askedLanguages)
        for (const method of ['GET', 'HEAD'])
          await ask(client.viewer, link, { method, headers: { 'Accept-Language': language, Accept: 'text/html' } });
    for (const prefix of fastRoutes.flatMap(({ prefixes }) => prefixes))
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE'])
        await ask(client.viewer, `${prefix}nothing`, { method, headers: { Accept: 'text/html' } });
    await takeOut(walk, client, [...links]);
  }
}

/** One click of a mail program (RFC 8058), and the button of the page. */
async function takeOut({ ask }: Walk, { viewer }: Client, links: readonly string[]): Promise<void> {
  const way = links.find((link) => link.startsWith('/u/')) ?? '';
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const raw of ['List-Unsubscribe=One-Click', '']) await ask(viewer, way, { method: 'POST', raw, headers });
}

/** Paths of the installation's own addresses in a mail, however its parts are written. */
function linksIn(raw: string, url: string): string[] {
  const unfolded = raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  const found = unfolded.match(new RegExp(`${url}/[couCOU]/[\\w.-]+`, 'g')) ?? [];
  return found.map((link) => link.slice(url.length));
}
