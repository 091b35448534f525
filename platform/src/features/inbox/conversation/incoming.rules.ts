import { createHash } from 'node:crypto';
import { normaliseAddress, suppressionKeyInput, type MailClass } from '@tabard/email';
import type { messageClasses } from '@tabard/contract';

/** A class of the inbox: what a mail is, or that it could not be read. */
export type InboxClass = (typeof messageClasses)[number];

/** A Message-ID as it is stored: without angle brackets, and without what PostgreSQL cannot hold. */
export const bareId = (id: string): string => id.replaceAll('\0', '').trim().replace(/^<|>$/g, '');

/** A text that PostgreSQL can hold, at most so long. */
export const cleanText = (text: string, longest: number): string =>
  text.replaceAll('\0', '').slice(0, longest).toWellFormed();

/** What turns the direction of letters around it: it makes a name or a subject read as another one. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;
/** A text that is shown in a line of its own, without what would make it read as another one. */
export const cleanLine = (text: string, longest: number): string =>
  cleanText(text.replace(turns, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' '), longest).trim();

/** The name of a file without the folders that its author would like it to be put into. */
export const cleanFileName = (name: string, longest: number): string => {
  const [last = ''] = cleanLine(name.slice(0, 4 * longest), 4 * longest)
    .split(/[\\/]/)
    .slice(-1);
  return /^\.*$/.test(last) ? 'file' : last.slice(0, longest).toWellFormed();
};

/** What a mail is known by: its Message-ID, or a hash of its bytes where that is missing or too long to be one. */
export function storedId(messageId: string, raw: Uint8Array): string {
  return messageId || `${createHash('sha256').update(raw).digest('hex')}@no-id.invalid`;
}

const reports: ReadonlySet<InboxClass> = new Set<MailClass>(['bounce', 'delayed', 'complaint']);
/** Whether a machine tells about another mail; without that mail it tells nothing. */
export const isReport = (kind: InboxClass): boolean => reports.has(kind);

/** Whether a person wrote it. */
export const isByPerson = (kind: InboxClass): boolean => kind === 'human' || kind === 'unsubscribe';

/** An address as it is compared and stored: in its one form, or as it is written where it has none. */
export const storedAddress = (written: string): string =>
  normaliseAddress(written) ?? cleanText(written.trim().toLowerCase(), 254);

/** Whether two addresses are one person's, by the rule that suppressions go by. */
export function isSamePerson(one: string, other: string): boolean {
  const key = suppressionKeyInput(one);
  return key === null ? one === other : key === suppressionKeyInput(other);
}

/** Whose mailboxes anybody can have: who shares such a domain shares nothing else. */
const publicHost =
  /^((gmail|googlemail|hotmail|live|msn|outlook|yahoo|ymail|rocketmail|icloud|mac|aol|aim|gmx|web|mail|email|inbox|proton|protonmail|pm|tutanota|tutamail|tuta|zoho|zohomail|fastmail|hushmail|hey|t-online|freenet|arcor|1und1|posteo|mailbox|orange|wanadoo|laposte|free|sfr|neuf|bbox|libero|virgilio|alice|tiscali|tin|terra|uol|bol|ig|globo|sapo|telefonica|seznam|centrum|post|azet|wp|o2|onet|interia|op|yandex|ya|rambler|bk|list|ukr|abv|naver|daum|hanmail|nate|qq|foxmail|163|126|yeah|sina|sohu|rediffmail|docomo|ezweb|softbank|nifty|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|shaw|rogers|telus|btinternet|sky|talktalk|virginmedia|ntlworld|bigpond|optusnet|xtra|ziggo|kpnmail|planet|hetnet|telenet|skynet|proximus|bluewin|hispeed|telia|bredband|online|mail2)\.|me\.com$)/;

/**
 * Whether a mail is the word of the one we wrote to: it is from their address, the address that our mail went to, or the one that the
 * suppression list takes for the same; or somebody of the same house answers that very mail. Whoever only knows our Message-ID is a
 * stranger, and so is a sender whom the receiving server disowns.
 */
export function isKnownCounterpart(
  sender: string,
  known: { addresses: readonly (string | null | undefined)[]; refersToOurs: boolean; disowned: boolean },
): boolean {
  if (known.disowned) return false;
  const house = domainOf(sender);
  return known.addresses.some(
    (address) =>
      address && (isSamePerson(sender, address) || (known.refersToOurs && isOneHouse(house, domainOf(address)))),
  );
}
const domainOf = (address: string): string => storedAddress(address).split('@')[1] ?? '';
/** A house has mail under its domain and under parts of it. */
const isOneHouse = (one: string, other: string): boolean =>
  one !== '' &&
  (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) &&
  ![one, other].some((domain) => publicHost.test(domain));

/** Clocks of mail servers differ by as much, hardly ever by more. */
const clockSkewMs = 10 * 60_000;

/** The newest moment that `Date` and `Received` headers tell; what lies in the future tells nothing. */
export function newestMoment(headers: readonly string[], now = Date.now()): string | null {
  const moments = headers
    .slice(0, 200)
    .map((header) =>
      Date.parse(
        header
          .slice(header.lastIndexOf(';') + 1)
          .slice(0, 200)
          .replace(/\([^)]*\)/g, ' ')
          .trim(),
      ),
    )
    .filter((moment) => moment <= now + clockSkewMs && moment > 0);
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : null;
}

/** Whether a mail is older than something, its server's clock granted. */
export const isBefore = (moment: Date, start: Date): boolean => moment.getTime() < start.getTime() - clockSkewMs;
