import { fold, monthOf, weekdayOf } from './month-words.ts';

/** When somebody is back: as they wrote it, and the day itself where it is certain. */
export interface Return {
  text: string;
  /** The first day they may be back, as `2026-03-09`. */
  until: string | null;
}

const MAX_TEXT = 2000;
const DAY_MS = 86_400_000;
// Nobody announces an absence that ended long ago or ends in two years.
const PAST_DAYS = 1;
const AHEAD_DAYS = 500;

// What stands before a day of return, in folded letters.
const BACK =
  /(back|return\w*|resum\w+|available( again)?|reach(able| me)|in the office|zuruck|wieder|erreichbar|ab( dem)?|retour|reviens|serai la|regres\w*|vuelv\w+|reincorpor\w+|rientr\w*|ritorn\w*|volt\w*|retorn\w*|terug|weer|vanaf|aanwezig|ater|tillbaka|tilbage|tilbake|wrac\w+|wroc\w+|powr\w+|od( dnia)?|takaisin|palaa\w*|zpet|vrati\w*|spat|vissza\w*|don\w+|revin\w*|intorc\w*|επιστρ\w*|верн\w*|выхо\w*|буду|поверн\w*)[^.!?\n\d]{0,30}$/;
// What stands before the last day of an absence.
const UNTIL =
  /(until|till?|through|thru|up to|and including|bis|einschl\w*|jusqu'?\s?(au|a|en)?|jusqu\S+|hasta|fino|sino|ate|tot|t\/m|(?<!\p{L})t\.?o\.?m\.?(?!\p{L})|til|do( dnia)?|asti|saakka|до|по|μεχρι|εως|pana|đen( het)?( ngay)?|sampai( dengan| tanggal)?|hingga|至|到|直到|حتى|עד)[^.!?\n\d]{0,22}$/u;
const INCLUSIVE =
  /(inclu\w+|einschl\w*|through|thru|en met|t\/m|och med|og med|(?<!\p{L})t\.?o\.?m\.?(?!\p{L})|wlacznie|vcetne|включительно|включно)/u;
// Between two dates.
const RANGE =
  /(^|\s|\d\.?)(to|bis( zum)?|au|al|a|ao|tot( en met)?|till|do|til|and|und|et|y|e|och|og|i|по|до|-|–|—|~|〜|から|至|到|부터)\s{0,2}(the |le |el |il |o |den |dem |dia )?$/;
const AFTER_BACK =
  /^,? ?(weer|wieder|igen|igjen) (terug|aanwezig|bereikbaar|op kantoor|da|zurück|erreichbar|im b)|^,? ?(tillbaka|tilbage|tilbake)(?!\p{L})|^[^.!?\n\d]{0,12}(より|から)?.{0,6}(出社|出勤|復帰|戻|復職|返回|回来|回到|복귀|출근|돌아)/u;
const AFTER_UNTIL =
  /^\s{0,2}(\([^)]{0,6}\))?\s{0,2}(まで|迄|까지|-?(ig|ig\b)|'?(\S{1,3} )?(tarihine )?kadar|tarihine kadar|asti|saakka|为止|為止|之前|止)/;
const TOMORROW =
  /(back|return\w*|until|wieder|zuruck|bis|retour|hasta|regres\w+|terug|tillbaka|rientr\w+|volt\w+) \S{0,8} ?(tomorrow|morgen|demain|manana|domani|amanha|imorgon)\b/;
const TODAY =
  /(office|out|away|unavailable|available|absent\w*|ausente|assente|fuori|afwezig|kantoor|buro|haus|erreichbar|bureau|oficina)( \S+)? (for )?(today|heute|aujourd'hui|hoy|oggi|hoje|vandaag|idag)\b|\b(heute|aujourd'hui|vandaag|hoy|oggi|hoje|idag)( \S+){0,4} (nicht|abwesend|absent\w*|ausente|fuera|assente|fuori|afwezig|niet|inte|fora)|本日(は|、)?.{0,8}(不在|休|外出)/;

const EITHER = /^[^.!?\n]{0,20}(?<!\p{L})(or|oder|ou|of|eller|lub|или|або)(?!\p{L})[^.!?\n]{0,15}$/iu;

interface Found {
  text: string;
  at: number;
  /** Where it ends. */
  end: number;
  /** Year, month and day; a year of null is the nearest; null when day and month cannot be told apart. */
  day: readonly [number | null, number, number] | null;
}

/**
 * Reads when an absence ends off its words, in some thirty languages; `sentAt` (ISO) is when they were sent. Without any
 * date it is null; with several, or one that can be read in two ways, the day is.
 */
export function readReturn(words: string, sentAt: string | null): Return | null {
  const text = words.slice(0, MAX_TEXT);
  const dates = findDates(text);
  const back = dates.filter((date) => isBack(text, date));
  const until = dates.filter((date) => !back.includes(date) && isEnd(text, date));
  const told = back.length > 0 ? back : until;
  if (told.length === 0) return readWeekday(text, sentAt);
  const days = new Set(told.map((date) => resolve(date, sentAt, back.length === 0 && isInclusive(text, date))));
  const [day = null] = days;
  return { text: told[0]!.text, until: days.size === 1 && !isEither(text, dates) ? day : null };
}

function isBack(text: string, { at, end }: Found): boolean {
  const before = fold(text.slice(Math.max(0, at - 60), at));
  if (UNTIL.test(before.slice(-30)) || isRangeEnd(before)) return false;
  return BACK.test(before) || AFTER_BACK.test(text.slice(end, end + 40));
}

function isEnd(text: string, { at, end }: Found): boolean {
  const before = fold(text.slice(Math.max(0, at - 60), at));
  return UNTIL.test(before) || isRangeEnd(before) || AFTER_UNTIL.test(fold(text.slice(end, end + 20)));
}

// "2 to 12 March": a number stands before what joins the two.
function isRangeEnd(before: string): boolean {
  return RANGE.test(before) && /\d/.test(before.slice(-30));
}

function isInclusive(text: string, { at, end }: Found): boolean {
  return INCLUSIVE.test(fold(`${text.slice(Math.max(0, at - 24), at)} ${text.slice(end, end + 16)}`));
}

// "On 9 or 16 March": whoever says so does not know.
function isEither(text: string, dates: readonly Found[]): boolean {
  return dates.some((date, index) => index > 0 && EITHER.test(text.slice(dates[index - 1]!.end, date.at)));
}

function findDates(text: string): Found[] {
  const found: Found[] = [];
  const add = (match: RegExpExecArray, day: Found['day'] | undefined) => {
    const end = match.index + match[0].length;
    const isNew = !found.some((other) => match.index < other.end && other.at < end);
    if (day !== undefined && isNew) found.push({ text: match[0].replace(/[.,\s]+$/, ''), at: match.index, end, day });
  };
  for (const match of text.matchAll(/(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})[日일]?/g))
    add(match, [Number(match[1]), Number(match[2]), Number(match[3])]);
  for (const match of text.matchAll(/(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g))
    add(match, [null, Number(match[1]), Number(match[2])]);
  for (const match of text.matchAll(
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|e|º|ª|°|\.|-го)?[ -]{1,2}(?:of |de |d')?(\p{L}{3,12})\.?(?:,? (?:de |del )?(\d{4}))?/giu,
  ))
    add(match, named(match[3], match[2]!, match[1]!));
  for (const match of text.matchAll(/(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:]|[./]\d)(?:,? (\d{4}))?/giu))
    add(match, named(match[3], match[1]!, match[2]!));
  for (const match of text.matchAll(/(?<![\d.:/])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d:])/g))
    add(match, numeric(match, text));
  return found.toSorted((one, other) => one.at - other.at);
}

function named(year: string | undefined, month: string, day: string): Found['day'] | undefined {
  const number = monthOf(month);
  return number === null ? undefined : [year === undefined ? null : Number(year), number, Number(day)];
}

function numeric([, one = '', mark = '', other = '', year]: RegExpExecArray, text: string): Found['day'] {
  const whole = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const [first, second] = [Number(one), Number(other)];
  if (first > 12 || first === second || mark === '.') return [whole, second, first];
  if (second > 12) return [whole, first, second];
  // With a slash Americans put the month first; nobody else who writes in Latin letters does.
  return ENGLISH.test(text) ? null : [whole, second, first];
}

const ENGLISH = /\b(the|office|until|back|return|will|out)\b/i;

function resolve({ day }: Found, sentAt: string | null, isInclusive: boolean): string | null {
  if (day === null) return null;
  const [year, month, date] = day;
  const sent = sentAt === null ? Number.NaN : Date.parse(sentAt.slice(0, 10));
  if (year === null && Number.isNaN(sent)) return null;
  const now = new Date(sent).getUTCFullYear();
  const years = year === null ? [now, now + 1] : [year];
  for (const one of years) {
    const time = Date.UTC(one, month - 1, date);
    if (new Date(time).getUTCDate() !== date || month > 12) return null;
    const days = Number.isNaN(sent) ? 0 : (time - sent) / DAY_MS;
    if (days >= -PAST_DAYS && days <= AHEAD_DAYS)
      return new Date(time + (isInclusive ? DAY_MS : 0)).toISOString().slice(0, 10);
  }
  return null;
}

// "Back on Monday", "until tomorrow", "not in today": days that follow from when it was sent.
function readWeekday(text: string, sentAt: string | null): Return | null {
  const sent = sentAt === null ? Number.NaN : Date.parse(sentAt.slice(0, 10));
  const folded = fold(text);
  const ahead = (days: number) =>
    Number.isNaN(sent) ? null : new Date(sent + days * DAY_MS).toISOString().slice(0, 10);
  const found: { text: string; weekday: number }[] = [];
  for (const match of text.matchAll(/\p{L}{3,16}/gu)) {
    const weekday = weekdayOf(match[0]);
    const before = fold(text.slice(Math.max(0, match.index - 40), match.index));
    if (
      weekday !== null &&
      (BACK.test(before) || UNTIL.test(before)) &&
      !/(next|nachst\w*|proch\w*|volgende|nasta) $/.test(before)
    )
      found.push({ text: match[0], weekday });
  }
  if (found.length > 0) {
    const today = Number.isNaN(sent) ? 0 : new Date(sent).getUTCDay();
    const weekdays = new Set(found.map((one) => one.weekday));
    return {
      text: found[0]!.text,
      until: weekdays.size === 1 ? ahead(((found[0]!.weekday - today + 6) % 7) + 1) : null,
    };
  }
  const tomorrow = TOMORROW.exec(folded) ?? TODAY.exec(folded);
  return tomorrow ? { text: tomorrow[0], until: ahead(1) } : null;
}
