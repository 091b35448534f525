import type { ParsedMail } from '../parse/index.ts';
import { visibleReply } from '../quote/index.ts';
import {
  COMMAND,
  CONDITION,
  FOREIGN_WISH,
  INSTRUCTION,
  KEEN,
  LOOSE_COMMAND,
  PERHAPS,
  UNWISH,
  WISH,
} from './wish-words.ts';
import { hasOtherObject } from './wish-object.ts';

/** How sure it is that somebody wants no more mail. */
export type UnsubscribeWish = 'certain' | 'perhaps';

// Questions that ask for it, not about it.
const REQUEST =
  /^\W*(please|pls|kindly|(so |and |but |hi,? |hello,? )?(can|could|would|will|may|how|where)|bitte|können|könnten|würden|wie|pouvez|pourriez|comment|merci|pueden?|podrían?|cómo|por favor|potete|può|come|pode|como|kunt|kun|wilt|wil|hoe|kan|hur|czy|jak|proszę)\b/iu;
const TO_UNSUBSCRIBE =
  /^(un-?subscribe|unsub|optout|opt-out|abmelden|abmeldung|desabonner|list-?unsubscribe|leave|remove)([+._=-].*)?@/i;
const ANSWER = /^(re|aw|sv|antw|odp|rif|res|vs|ynt|回复|答复|回覆)(\[\d{1,3}\])?\s?[:：]/iu;
// A refusal with a command behind it.
const REFUSED = /^\W*(?:no|not|nein|kein|non|pas|geen|sin|sem|nie|inte|ingen|ikke)\b[^,]{0,30},\s*([^,]{2,60})$/iu;
const QUOTED = /["“”„«»「」『』]/;
// Who asks what our software can do has no wish to leave.
const OF_A_TOOL = /\b(your|the|this) (\S+ )?(tool|software|product|platform|service|app|solution)\b/i;
// The word that programs write; others are said of lessons and meetings, too.
const OF_A_PROGRAM = /unsubscri/i;
// Who speaks of themselves.
const BY_THEMSELVES =
  /(?<!\p{L})(me|us|my|our|i|we|mich|uns|mein\p{L}*|unser\p{L}*|ich|wir|moi|nous|mon|mes|notre|nos|je|mi|mis|yo|mio|mia|miei|io|ci|meu|meus|minha|eu|mij|ons|mijn|ik|mnie|nas|mój|moje|mojego|mig|oss|min|jag|meg|jeg|меня|нас|мой)(?!\p{L})/iu;
const LINK = /https?:\/\//i;
const MAX_TEXT = 100_000;
const MAX_LENGTH = 4000;
const MAX_SENTENCE = 300;
// Who wants to leave says little else; in a longer text the words may be somebody's footer.
const MAX_WORDS = 90;
const MAX_ANSWER_WORDS = 200;
const MAX_FRESH_WORDS = 45;
// A greeting, thanks and a name.
const MAX_BESIDES = 12;
// What mail programs write below a command of their own, with our subject in it.
const MAX_BELOW_COMMAND = 40;
const MAX_BELOW_LOOSE = 4;

/**
 * Whether a mail is a command to get no more mail: what mail programs send to a `List-Unsubscribe` address or for their
 * own button, or a subject that says nothing else.
 */
export function isUnsubscribeCommand(mail: ParsedMail): boolean {
  if (isCommandSubject(mail.subject.slice(0, 300).trim(), ownWords(mail.text))) return true;
  return mail.to.some(({ address }) => TO_UNSUBSCRIBE.test(address)) && mail.text.length < MAX_LENGTH;
}

// What stands below a command may be about it, or take it back.
function isCommandSubject(subject: string, own: string): boolean {
  const most =
    !COMMAND.test(subject) && !LOOSE_COMMAND.test(subject)
      ? -1
      : OF_A_PROGRAM.test(subject)
        ? MAX_BELOW_COMMAND
        : MAX_BELOW_LOOSE;
  if (most === -1) return false;
  const below = plain(own.slice(0, MAX_LENGTH));
  return (countWords(below) <= most && !KEEN.test(below) && !UNWISH.test(below)) || gradeWish(own) === 'certain';
}

/** Whether a mail program's own button sent it; Apple Mail calls such mails automatic answers. */
export function isUnsubscribeButton({ headers, subject, text }: ParsedMail): boolean {
  if (/^\s*(true|yes|1)/i.test(headers['x-apple-unsubscribe']?.[0] ?? '')) return true;
  return /^\s*unsubscribe\s*$/i.test(subject) && countWords(text) <= MAX_BESIDES;
}

/**
 * How sure it is that the author asks, in a subject or a few words of their own, to get no more mail. An offer, a
 * condition, an instruction and a verb with another object are no wish; a wish among other things is only `perhaps` one.
 */
export function detectUnsubscribe(mail: ParsedMail): UnsubscribeWish | null {
  const subject = plain(mail.subject.slice(0, 300)).trim();
  // In an answer the subject is ours, not theirs.
  const isAnswer = ANSWER.test(subject) || mail.inReplyTo !== null || mail.references.length > 0;
  const own = ownWords(mail.text);
  const asked = isAnswer || subject.length >= 80 ? null : gradeSentence(subject);
  if (asked === 'certain')
    return (COMMAND.test(subject) ? isCommandSubject(subject, own) : !takesBack(own)) ? asked : 'perhaps';
  if (own === '' || own.length > MAX_LENGTH) return null;
  const grade = gradeWish(own);
  // Long mails are something else, and what speaks of leaving there is a footer.
  const words = countWords(own);
  if (grade === null || words > (isAnswer ? MAX_ANSWER_WORDS : MAX_WORDS)) return null;
  if (isAnswer) return grade;
  const isLinked = LINK.test(own);
  if (grade === 'certain') return words > MAX_FRESH_WORDS || isLinked ? 'perhaps' : grade;
  return isLinked ? null : grade;
}

/** How sure it is that these words, without any quote, ask for no more mail. */
export function gradeWish(own: string): UnsubscribeWish | null {
  const text = plain(own.slice(0, MAX_LENGTH));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const commanded = gradeCommand(lines);
  if (commanded === 'certain') return commanded;
  const grades = sentencesOf(text).map(gradeSentence);
  const isCertain =
    grades.includes('certain') && countWords(text) <= MAX_WORDS && !KEEN.test(text) && !UNWISH.test(text);
  if (isCertain) return 'certain';
  return grades.some((grade) => grade !== null) ? 'perhaps' : commanded;
}

function takesBack(own: string): boolean {
  const text = plain(own.slice(0, MAX_LENGTH));
  return KEEN.test(text) || UNWISH.test(text) || countWords(text) > MAX_FRESH_WORDS;
}

// A line of its own that says "unsubscribe" is a command when it is all there is, and perhaps one at the top.
function gradeCommand(lines: readonly string[]): UnsubscribeWish | null {
  const at = lines.findIndex((line) => line.length < 100 && (COMMAND.test(line) || LOOSE_COMMAND.test(line)));
  if (at === -1) return null;
  const besides = lines.filter((_, index) => index !== at).join(' ');
  const most = COMMAND.test(lines[at]!) ? MAX_BESIDES : MAX_BELOW_LOOSE;
  if (countWords(besides) <= most && !KEEN.test(besides)) return 'certain';
  return at < 2 && COMMAND.test(lines[at]!) && countWords(besides) <= MAX_WORDS ? 'perhaps' : null;
}

function gradeSentence(sentence: string): UnsubscribeWish | null {
  const isAsked = sentence.endsWith('?') && !REQUEST.test(sentence);
  const words = sentence
    .slice(0, MAX_SENTENCE)
    .replace(/[?:：]+$/, '')
    .trim();
  // "Please remove from the list: item 3" names what it is about behind it.
  if (/[:：]$/.test(sentence) && !BY_THEMSELVES.test(words)) return PERHAPS.test(words) ? 'perhaps' : null;
  if (CONDITION.test(words) || UNWISH.test(words)) return null;
  if (INSTRUCTION.test(words)) return null;
  if (COMMAND.test(words) || COMMAND.test(REFUSED.exec(words)?.[1] ?? ''))
    return isAsked || QUOTED.test(words) ? 'perhaps' : 'certain';
  const wish = WISH.exec(words);
  const found = wish ?? FOREIGN_WISH.exec(words);
  if (found) {
    const isOpen = isAsked || QUOTED.test(words) || OF_A_TOOL.test(words.slice(0, found.index));
    return isOpen || hasOtherObject(words, found, wish !== null) ? 'perhaps' : 'certain';
  }
  return PERHAPS.test(words) && countWords(words) <= 25 ? 'perhaps' : null;
}

// A line that ends in the middle of a sentence goes on in the next one.
function sentencesOf(text: string): string[] {
  return text
    .replace(/([^\n.!?:;])\n[ \t]*(?=\p{Ll})/gu, '$1 ')
    .replace(/[?？]+/g, '?\n')
    .replace(/[:：](?=\s+\S)/g, ':\n')
    .split(/[.!。！;\n]+(?=\s|$|[^\p{ASCII}])|\n/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
    .slice(0, 100);
}

function ownWords(text: string): string {
  const { reply, certain } = visibleReply(text.slice(0, MAX_TEXT));
  // Where the reply may be our own mail quoted, its footer is no wish.
  return certain ? reply : '';
}

function plain(text: string): string {
  return text.replace(/[’‘`´]/g, "'").replace(/\u00a0/g, ' ');
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
