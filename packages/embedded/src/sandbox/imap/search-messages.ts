import { type MailboxEntry } from '../mail-schema.ts';
import { type MimePart } from './mime-part.ts';
import { type Token, textOf, wordOf } from './read-command.ts';

/** What a search looks at; the message itself is read only for the keys that need it. */
export interface Candidate {
  entry: MailboxEntry;
  sequence: number;
  message(): MimePart;
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

function compileKey(rest: Token[], highest: { uid: number; sequence: number }): Test {
  const token = rest.shift();
  if (Array.isArray(token)) return compileSearch(token, highest);
  const key = wordOf(token);
  const text = () => textOf(rest.shift());
  const flag = FLAG_KEYS[key];
  if (flag) return ({ entry }) => entry.flags.includes(flag[0]) === flag[1];
  const date = (compare: (time: number, day: number) => boolean, time: (candidate: Candidate) => number): Test => {
    const day = Date.parse(`${text()} UTC`);
    return (candidate) => compare(dayOf(time(candidate)), day);
  };
  const internal = ({ entry }: Candidate) => entry.internalDate;
  const sent = (candidate: Candidate) => Date.parse(candidate.message().headers.get('date') ?? '');
  const header = (name: string): Test => {
    const wanted = text().toLowerCase();
    return (candidate) => candidate.message().headers.get(name)?.toLowerCase().includes(wanted) ?? false;
  };
  switch (key) {
    case 'ALL':
      return () => true;
    case 'NEW':
    case 'RECENT':
      return () => false;
    case 'OLD':
      return () => true;
    case 'UID': {
      const set = text();
      return ({ entry }) => inSet(set, entry.uid, highest.uid);
    }
    case 'SINCE':
      return date((time, day) => time >= day, internal);
    case 'BEFORE':
      return date((time, day) => time < day, internal);
    case 'ON':
      return date((time, day) => time === day, internal);
    case 'SENTSINCE':
      return date((time, day) => time >= day, sent);
    case 'SENTBEFORE':
      return date((time, day) => time < day, sent);
    case 'SENTON':
      return date((time, day) => time === day, sent);
    case 'LARGER':
    case 'SMALLER': {
      const size = Number(text());
      return ({ entry }) => (key === 'LARGER' ? entry.size > size : entry.size < size);
    }
    case 'FROM':
    case 'TO':
    case 'CC':
    case 'BCC':
    case 'SUBJECT':
      return header(key.toLowerCase());
    case 'HEADER':
      return header(text().toLowerCase());
    case 'BODY':
    case 'TEXT': {
      const wanted = text().toLowerCase();
      return (candidate) => {
        const { header: head, body } = candidate.message();
        return `${key === 'TEXT' ? head.toString() : ''}${body.toString()}`.toLowerCase().includes(wanted);
      };
    }
    case 'KEYWORD':
    case 'UNKEYWORD': {
      const keyword = text();
      return ({ entry }) => entry.flags.includes(keyword) === (key === 'KEYWORD');
    }
    case 'NOT': {
      const test = compileKey(rest, highest);
      return (candidate) => !test(candidate);
    }
    case 'OR': {
      const [first, second] = [compileKey(rest, highest), compileKey(rest, highest)];
      return (candidate) => first(candidate) || second(candidate);
    }
    default:
      if (!/^[\d*][\d:,*]*$/.test(key)) throw new Error(`Unknown search key ${key}`);
      return ({ sequence }) => inSet(key, sequence, highest.sequence);
  }
}
