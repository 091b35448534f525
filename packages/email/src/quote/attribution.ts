const MAX_LINE = 400;
const MOST_LINES = 4;

// "Wrote", in the languages of mail programs.
const VERB = new RegExp(
  String.raw`(?:^|[\s,>)\]"'’”»、，])(?:wrote|writes|has written|schrieb|schreibt|hat geschrieben|(?:a |m'a )?écrit|écrivait|escribió|escribe|ha escrito|ha scritto|scrive|scrisse|escreveu|escreve|schreef|schrijft|geschreven|skrev|skriver|napisał(?:a|\(a\)|/a)?|nadesłał(?:a)?|pisze|napsal(?:a|\(a\))?|napísal(?:a|\(a\))?|píše|írta|írja|yazdı|yazmış|viết|scris|έγραψε(?:/σαν)?|kirjoitti|написала?|написал\(а\)|написав|писала?|писав|пишет|пише|написа|كتب(?:ت)?|כתב(?:ה)?|rašė|rakstīja|kirjutas|napisao|napisala|menulis|escrigué|va escriure|ha escrit|写道|寫道|写了|寫了|書きました|เขียนว่า|نوشت)(?=$|[\s:：,(/\[<-])`,
  'iu',
);
// Some languages write it onto the name, or say it in words that only programs use.
const SET_PHRASE =
  /(님이 ?(작성|쓴 글|보낸)|(에|에서) 작성|작성:|のメッセージ|のメール|からのメール|さんは書きました|が書きました|ezt írta|a következőt írta|tarihinde .{0,200}yazdı|şun(u|ları) yazdı|het volgende geschreven|写道|寫道|đã viết|님이 작성하였습니다|이\(가\) 쓴 글|^missatge de .{1,200} del dia)/iu;
const PREFIX =
  /^[-*_\s]{0,12}(on|le|el|il|am|em|op|w dniu|dnia|den|på|dne|dňa|a|pe|în|la|στις|την|vào|lúc|在|于|於|il giorno|in data|no dia|em|dana|u|kl|pada|ב-|في)[\s\d,]/iu;
const DATE =
  /(\d{1,2}[:.h]\d{2}|\b(19|20)\d{2}|\d{1,2}[./-]\d{1,2}|\d{1,2}[.\s]{0,2}\p{L}{3,12}|\p{L}{3,12}\.?\s\d{1,2}(?!\d)|\d\s?[年년])/u;
const BEGINS_DATED = /^[-*_\s]{0,12}(\p{L}{2,12}\.?,?\s)?["']?\d{1,4}[\s.,/:年년hm-]/u;
const ADDRESS = /[<([]?\s?[^\s<>()[\]]{1,200}@[^\s<>()[\]]{1,200}/u;
// A date and an address without any verb: Gmail in many languages.
const DATED_ADDRESS = /\d.{0,300}<\s?[^<>\s]{1,200}@[^<>\s]{1,200}>\)?\s?[:：]$/u;
const DATED_ADDRESS_BARE = /^\d{1,4}[-./年]\d{1,2}.{0,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s?[:：]?$/u;
// Marks of writing direction and width.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const BEGINS_NAMED = /^(["“'(]?\p{Lu}[^<"(@]{0,60}["”<(@]|["<(])/u;
const QUOTING = /^(quoting|zitat von|citando|citation de|citat från|citát|cytat|цитирую|quoted? )/iu;
// A time of day and a date.
const MOMENT = /(?=.*\d{1,2}[:.]\d{2})(?=.*(\b(19|20)\d{2}|\d{1,2}[./-]\d{1,2}[./-]))/u;
const ENDS_IN_VERB = /(wrote|schrieb|écrit|escribió|scritto|escreveu|skrev|napsal|kirjoitti|пишет|пише)\s?[:：]\*?$/iu;
const COLON = /[:：]\*{0,2}$/;
const DASHED = /^-{2,}\s?\S.*\S\s?-{2,}$/u;
const SHARED = /^(.{0,300}?\S)[\s-]{1,10}((?:On|Am|Le|El|Il|Em|Op|Den)\s(?=[^:]{0,40}\d).{5,250})$/u;

/** How many lines from here on say who wrote what follows ("On Monday, Noor wrote:"), 0 when they do not. */
export function attributionLines(lines: readonly string[], start: number): number {
  const count = matchLines(lines, start);
  // A line of the answer may stand right above one, without an end of its own.
  for (let later = start + 1; later < start + count; later += 1) {
    const begins = PREFIX.test(lines[later]!.slice(0, MAX_LINE)) || BEGINS_DATED.test(lines[later]!.slice(0, MAX_LINE));
    if (begins && matchLines(lines, later) > 0 && !isBroken(lines[later - 1]!)) return 0;
  }
  return count;
}

/** An answer and an attribution in one line, parted; undefined when the line is not both. */
export function splitShared(line: string): { answer: string; attribution: string } | undefined {
  if (line.length > MAX_LINE || !COLON.test(line.trimEnd())) return undefined;
  const [, answer, attribution] = SHARED.exec(line.trimEnd()) ?? [];
  if (answer === undefined || attribution === undefined || PREFIX.test(line) || answer.includes('@')) return undefined;
  return isAttribution(attribution) ? { answer, attribution } : undefined;
}

function matchLines(lines: readonly string[], start: number): number {
  let text = '';
  // Programs wrap a long one over several lines.
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = (lines[start + count - 1]?.slice(0, MAX_LINE + 1) ?? '').replace(INVISIBLE, '').trim();
    if (line === '' || line.length > MAX_LINE || line.startsWith('>')) return 0;
    // A line that begins a wrapped one has the date or the name's beginning in it, never an end of its own.
    if (count > 1 && !isContinued(text, line, count)) return 0;
    text = text === '' || text.endsWith('<') ? text + line : `${text} ${line}`;
    if (text.length > MAX_LINE) return 0;
    if (isAttribution(text)) return count;
    if (count === 1 && isWeak(text) && /^\s{0,3}>/.test(nextWritten(lines, start + 1))) return 1;
    if (COLON.test(line)) return 0;
  }
  return 0;
}

// Enough where a quote with marks follows.
function isWeak(text: string): boolean {
  if (DATED_ADDRESS_BARE.test(text)) return true;
  return text.length < 120 && COLON.test(text) && (VERB.test(text) || QUOTING.test(text));
}

function isContinued(text: string, line: string, count: number): boolean {
  if (/[!?:]$/.test(text) || (text.endsWith('.') && !/(\d|\p{L}{1,4})\.$/u.test(text))) return false;
  const begins = PREFIX.test(text) || BEGINS_DATED.test(text) || BEGINS_NAMED.test(text);
  return begins && (count > 2 || text.length > 30 || isBroken(text) || /^(<|wrote|\[|\()/i.test(line));
}

// Broken where no sentence breaks.
function isBroken(line: string): boolean {
  return /(<|,|\bat|\bum|\bkl\.?|\bà|\ba las|\balle|\bom)$/iu.test(line.slice(-20).trimEnd());
}

function isAttribution(text: string): boolean {
  const isDashed = DASHED.test(text);
  if (!COLON.test(text) && !isDashed) return false;
  const words = text.replace(/[\s*-]+$/, '');
  if (SET_PHRASE.test(words) && (isDashed || text.length < 300)) return true;
  if (QUOTING.test(words) && ADDRESS.test(text)) return true;
  const isOnSent = /^[-*_\s]*on\s.*\bsent:?$/iu.test(words);
  if (!VERB.test(words) && !isOnSent) return DATED_ADDRESS.test(text);
  if (MOMENT.test(text) && ENDS_IN_VERB.test(text)) return true;
  return ADDRESS.test(text) || (DATE.test(text) && (PREFIX.test(text) || BEGINS_DATED.test(text) || isDashed));
}

/** The next line with words, at most three further. */
export function nextWritten(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 4).find((line) => line.trim() !== '') ?? '';
}
