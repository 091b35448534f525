import { findReplyCode, findEnhanced } from './find-status.ts';

/** An address in running text; every occurrence. */
export const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/gi;

// What a server has to say stands at the top.
const MAX_NOTICE = 20_000;
// Below one of these lines stands the mail that came back, whose addresses mean nothing.
const COPY =
  /^([ \t>]{0,8}[-=*_|+#~]{2,90} ?((der |die )?(kopie|nachricht)\b|(this is )?(a |the )?((start of |beginning of )?(original|returned|return|unsent|undelivered|bounced|rejected|copy|copie)\b|(below|this is a copy|this line|message (header|text|body)|headers? (of|from|follow)|mail (header|text)|included|attached|begin|received message|mensaje original|message d'origine|ursprüngliche)))|[ \t]{0,4}original message headers|[ \t]{0,4}(the |your )?(original|returned|undelivered|unsent) (message|mail|e-?mail|text)( headers?)? ?(follows|is (attached|below|included)|below|:|as received)|[ \t]{0,4}(a|the) (copy|headers?) of (the|your) (original )?(message|mail).{0,40}(follows?|below|:)|[> ]{0,2}received: (from|by) |[> ]{0,2}return-path: ?<|>? ?message-id: ?<)/im;

/** What a server says to people, without the copy of the mail that came back. */
export function noticeOf(text: string): string {
  const top = text.slice(0, MAX_NOTICE);
  const copy = COPY.exec(top);
  return copy ? top.slice(0, copy.index) : top;
}

/** Whether a text ends in a copy of the mail it is about. */
export function hasCopy(text: string): boolean {
  return COPY.test(text.slice(0, MAX_NOTICE));
}

/** The paragraph that starts with the address, or the whole notice when it says nothing more there. */
export function wordsAbout(address: string, notice: string): string {
  return paragraphAbout(address, notice) || short(notice.slice(0, 2000));
}

/** The paragraph that starts with the address; empty when it says nothing more there. */
export function paragraphAbout(address: string, notice: string): string {
  return short(paragraphsAbout(address, notice).find((words) => tells(words)) ?? '');
}

function short(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

// An address may stand in a greeting or a list before it stands where its failure is told: a code tells more than words.
function paragraphsAbout(address: string, notice: string): string[] {
  if (address === '') return [];
  const found: string[] = [];
  const lower = notice.toLowerCase();
  for (
    let at = lower.indexOf(address);
    at !== -1 && found.length < 5;
    at = lower.indexOf(address, at + address.length)
  ) {
    const rest = notice.slice(at + address.length, at + address.length + 2000);
    found.push(rest.replace(/^[>'":)\s]+/, '').split(/\n[ \t]*\n/)[0]!);
  }
  return found.toSorted((one, other) => Number(hasCode(other)) - Number(hasCode(one)));
}

function hasCode(words: string): boolean {
  return findEnhanced(words) !== '' || findReplyCode(words) !== null;
}

function tells(words: string): boolean {
  return /\d{3}|[a-z]{3}|[^\p{ASCII}]{2}/iu.test(words);
}
