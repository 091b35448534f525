/** An address in running text; every occurrence. */
export const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/gi;

// What a server has to say stands at the top.
const MAX_NOTICE = 20_000;
// Below one of these lines stands the mail that came back, whose addresses mean nothing.
const COPY =
  /^(-{2,} ?(below this line|this is a copy|original message|the header of the original|returned message|undelivered message|message header)|-{3,} ?(der |die )?(kopie|nachricht)|original message headers|(the )?original message follows|received: from |return-path: |message-id: ?<)/im;

/** What a server says to people, without the copy of the mail that came back. */
export function noticeOf(text: string): string {
  const top = text.slice(0, MAX_NOTICE);
  const copy = COPY.exec(top);
  return copy ? top.slice(0, copy.index) : top;
}

/** The paragraph that starts with the address, or the whole notice when it says nothing more there. */
export function wordsAbout(address: string, notice: string): string {
  const at = address === '' ? -1 : notice.toLowerCase().indexOf(address);
  const rest = (at === -1 ? notice : notice.slice(at + address.length)).slice(0, 2000);
  const paragraph = rest.replace(/^[>'":)\s]+/, '').split(/\n[ \t]*\n/)[0]!;
  return (/\d{3}|[a-z]{3}/i.test(paragraph) ? paragraph : notice.slice(0, 2000))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
