import { FULL, TOO_BIG } from './status-words.ts';

/** Where in a session a server said no. */
export type ReplyStage = 'connect' | 'mail' | 'rcpt' | 'data';

const MAX_WORDS = 2000;
// What holds numbers that are no codes: addresses of hosts and people, links, and version or message numbers.
const HOSTS =
  /\[[\da-f.:%]{3,60}\]|(?<![\w.:])(?:[\da-f]{0,4}:){2,8}[\da-f.]{0,45}|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/gi;
const LINKS = /https?:\/\/\S+/gi;
const PEOPLE = /[^\s<>"'()[\],;:]{1,64}@[^\s<>"'()[\],;:]{1,255}/g;
const CODES = /(?<![\w.])[45]\d\d[ -]{1,3}#?\(?(?:[45]\.\d{1,3}\.\d{1,3})?\)?/g;

/** A server's words without the addresses, links and codes in them, which say nothing about why. */
export function plainWords(text: string): string {
  return text
    .slice(0, MAX_WORDS)
    .replace(LINKS, ' ')
    .replace(PEOPLE, '@')
    .replace(HOSTS, ' ')
    .replace(CODES, ' ')
    .replace(/unknown address error|message has the following error/gi, ' ')
    .replace(/[<>"'`*|\s]+/g, ' ')
    .replace(/’/g, "'");
}

// Codes that say no more than "something went wrong".
const VAGUE = /^$|^[45]\.(0\.\d+|[12345]\.0|5\.\d+|3\.[05])$/;

/** Whether a status code leaves the reason open. */
export function isVague(status: string): boolean {
  return VAGUE.test(status);
}

/** The enhanced status code in a server's answer, of several the first that says something; empty when there is none. */
export function findEnhanced(text: string): string {
  const words = withoutHosts(text);
  // Behind a reply code or a `#` it is certain; alone it might be a version number, so those come second.
  const certain = [...words.matchAll(/(?:\b[45]\d\d[ -]{1,3}[#(]{0,2}|#|\(|<)([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/g)];
  const loose = [...words.matchAll(/(?<![\w.-])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d|[\w-])/g)];
  const codes = [...certain, ...loose].slice(0, 20).map((match) => match[1]!);
  return codes.find((code) => !isVague(code)) ?? codes[0] ?? '';
}

/** The status code in a server's answer; a plain reply code stands for its class (`550` is `5.0.0`), empty without one. */
export function findStatus(text: string): string {
  const enhanced = findEnhanced(text);
  if (enhanced) return enhanced;
  const code = findReplyCode(text);
  if (code === null) return '';
  const words = text.slice(0, MAX_WORDS);
  const isFull = code % 100 === 52 && !TOO_BIG.test(words) && FULL.test(words);
  return `${Math.floor(code / 100)}.${isFull ? '2.2' : '0.0'}`;
}

/** The first plain reply code of class 4 or 5 in a text. */
export function findReplyCode(text: string): number | null {
  const code = /(?<![\w.:/+=-])([45][0-5]\d)(?=$|[\s:,;)\]"'-](?!\d))/.exec(withoutHosts(text))?.[1];
  return code === undefined ? null : Number(code);
}

function withoutHosts(text: string): string {
  return text.slice(0, MAX_WORDS).replace(LINKS, ' ').replace(PEOPLE, '@').replace(HOSTS, ' ');
}

const STAGES: readonly (readonly [ReplyStage, RegExp])[] = [
  [
    'data',
    /(in reply to|after|response to|during|at|following) (the )?(end[- ]of[- ])?(data|message body|message data)\b|end of data|>>> ?(data|\.)/i,
  ],
  ['rcpt', /(in reply to|after|response to|during|at) (the )?rcpt|>>> ?rcpt/i],
  ['mail', /(in reply to|after|response to|during|at) (the )?mail(?:\b ?from|:| command)|>>> ?mail/i],
  [
    'connect',
    /(in reply to|after|during|at|performing the|response to) (the )?(pipelined )?(helo|ehlo|lhlo|initial connection|connect|banner|greeting)|refused to talk to me|>>> ?(helo|ehlo)/i,
  ],
];

/** The stage of a session that a server's or a daemon's words name; undefined when they name none. */
export function findStage(text: string): ReplyStage | undefined {
  const words = text.slice(0, MAX_WORDS);
  return STAGES.find(([, pattern]) => pattern.test(words))?.[0];
}
