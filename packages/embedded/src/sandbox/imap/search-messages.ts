import { type MailboxEntry } from '../mail-schema.ts';
import { type MimePart } from './mime-part.ts';
import { type Token, textOf, wordOf } from './read-command.ts';

/** What a search looks at; the message itself is read only for the keys that need it. */
export interface Candidate {
  entry: MailboxEntry;
  sequence: number;
  message: () => MimePart;
}

type Test = (candidate: Candidate) => boolean;

/** Whether a number lies in an IMAP set such as `1:3,7,9:*`. */
export function inSet(set: string, number: number, highest: number): boolean {
  return set.split(',').some((range) => {
    const [from = '', to = from] = range.split(':');
    const low = from === '*' ? highest : Number(from);
    const high = to === '*' ? highest : Number(to);
    return number >= Math.min(low, high) && number <= Math.max(low, high);
  });
}

/** Compiles search keys to one test (all must hold). Throws on a key it does not know. */
export function compileSearch(tokens: Token[], highest: { uid: number; sequence: number }): Test {
  const rest = [...tokens];
  const tests: Test[] = [];
  while (rest.length) tests.push(compileKey(rest, highest));
  return (candidate) => tests.every((test) => test(candidate));
}

const FLAG_KEYS: Record<string, [flag: string, set: boolean]> = {
  ANSWERED: ['\\Answered', true],
  DELETED: ['\\Deleted', true],
  DRAFT: ['\\Draft', true],
  FLAGGED: ['\\Flagged', true],
  SEEN: ['\\Seen', true],
  UNANSWERED: ['\\Answered', false],
  UNDELETED: ['\\Deleted', false],
  UNDRAFT: ['\\Draft', false],
  UNFLAGGED: ['\\Flagged', false],
  UNSEEN: ['\\Seen', false],
};

const DAY = 86_400_000;
const dayOf = (time: number) => Math.floor(time / DAY) * DAY;

/** What a key may take from the rest of the search, in the order of the command. */
interface Arguments {
  text: () => string;
  key: () => Test;
  highest: { uid: number; sequence: number };
}

const arrived = ({ entry }: Candidate) => entry.internalDate;
const sent = ({ message }: Candidate) => Date.parse(message().headers.get('date') ?? '');

function date(time: (candidate: Candidate) => number, compare: (day: number, wanted: number) => boolean) {
  return ({ text }: Arguments): Test => {
    const wanted = Date.parse(`${text()} UTC`);
    return (candidate) => compare(dayOf(time(candidate)), wanted);
  };
}

function header(name: string, wanted: string): Test {
  return ({ message }) => message().headers.get(name)?.toLowerCase().includes(wanted.toLowerCase()) ?? false;
}

function content(wanted: string, withHeader: boolean): Test {
  return ({ message }) => {
    const { header: head, body } = message();
    return `${withHeader ? head.toString() : ''}${body.toString()}`.toLowerCase().includes(wanted.toLowerCase());
  };
}

/** Every key that takes an argument or has a meaning of its own (RFC 3501, 6.4.4). */
const KEYS: Record<string, (args: Arguments) => Test> = {
  ALL: () => () => true,
  OLD: () => () => true,
  NEW: () => () => false,
  RECENT: () => () => false,
  UID: ({ text, highest }) => {
    const set = text();
    return ({ entry }) => inSet(set, entry.uid, highest.uid);
  },
  SINCE: date(arrived, (day, wanted) => day >= wanted),
  BEFORE: date(arrived, (day, wanted) => day < wanted),
  ON: date(arrived, (day, wanted) => day === wanted),
  SENTSINCE: date(sent, (day, wanted) => day >= wanted),
  SENTBEFORE: date(sent, (day, wanted) => day < wanted),
  SENTON: date(sent, (day, wanted) => day === wanted),
  LARGER: ({ text }) => {
    const size = Number(text());
    return ({ entry }) => entry.size > size;
  },
  SMALLER: ({ text }) => {
    const size = Number(text());
    return ({ entry }) => entry.size < size;
  },
  FROM: ({ text }) => header('from', text()),
  TO: ({ text }) => header('to', text()),
  CC: ({ text }) => header('cc', text()),
  BCC: ({ text }) => header('bcc', text()),
  SUBJECT: ({ text }) => header('subject', text()),
  HEADER: ({ text }) => header(text().toLowerCase(), text()),
  BODY: ({ text }) => content(text(), false),
  TEXT: ({ text }) => content(text(), true),
  KEYWORD: ({ text }) => {
    const keyword = text();
    return ({ entry }) => entry.flags.includes(keyword);
  },
  UNKEYWORD: ({ text }) => {
    const keyword = text();
    return ({ entry }) => !entry.flags.includes(keyword);
  },
  NOT: ({ key }) => {
    const test = key();
    return (candidate) => !test(candidate);
  },
  OR: ({ key }) => {
    const [first, second] = [key(), key()];
    return (candidate) => first(candidate) || second(candidate);
  },
};

function compileKey(rest: Token[], highest: Arguments['highest']): Test {
  const token = rest.shift();
  if (Array.isArray(token)) return compileSearch(token, highest);
  const name = wordOf(token);
  const flag = FLAG_KEYS[name];
  if (flag) return ({ entry }) => entry.flags.includes(flag[0]) === flag[1];
  const compile = KEYS[name];
  if (compile) return compile({ text: () => textOf(rest.shift()), key: () => compileKey(rest, highest), highest });
  if (!/^[\d*][\d:,*]*$/.test(name)) throw new Error(`Unknown search key ${name}`);
  return ({ sequence }) => inSet(name, sequence, highest.sequence);
}
