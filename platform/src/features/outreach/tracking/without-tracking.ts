import type { LinkKind, MailLinks } from './mail-links.ts';

/** An address as `mailLinks` makes it, wherever the installation had its links; bounded, for strangers quote our mails. */
const trackedAddress = /https?:\/\/[^\s"'<>]{1,300}?\/([cou])\/([\w-]{59,8192})(?:\.gif)?/g;
const kinds: Record<string, LinkKind> = { c: 'click', o: 'open', u: 'unsubscribe' };

/**
 * The text or HTML of a mail for those who look at it here: its links lead where they lead in the end, and nothing is left of its
 * pixel and its way out, so that reading counts nothing and takes nobody out. `write` puts an address into the text.
 */
export const withoutTracking = (links: Pick<MailLinks, 'verify'>, text: string, write = (url: string) => url): string =>
  text.replace(trackedAddress, (address, letter: string, token: string) => {
    const claim = links.verify(kinds[letter]!, token); // one of the three
    return claim ? write(claim.url) : address;
  });
