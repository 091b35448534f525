import type { FilterImplOptions, Liquid } from 'liquidjs';
import { decodeHTML } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { quietCallbacks } from '../sanitise/index.ts';
import { LINE_BREAK, valueText } from './escape-html.ts';

type Filter = Extract<FilterImplOptions, (...args: never[]) => unknown>;
type FilterThis = ThisParameterType<Filter>;

/**
 * The filters that mean markup, for values that are text until they are printed: what is printed is escaped once and by the
 * engine, so `escape` has nothing left to do, and a line break is a mark that each kind of mail writes in its own way.
 */
const MARKUP: Record<string, (value: unknown) => string> = {
  escape: valueText,
  xml_escape: valueText,
  escape_once: (value) => decodeHTML(valueText(value)),
  newline_to_br: (value) => valueText(value).replace(/\r?\n/g, `${LINE_BREAK}\n`),
  strip_html: (value) => textOf(valueText(value)),
};

const DATES = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];
const NO_CALENDAR_DATE = /^(?:|now|today|\d+)$/;
const HAS_ZONE = /\d\s*z$|\b(?:gmt|utc|[ecmp][sd]t)\b|\d{2}.*[+-]\d{2}:?\d{2}$/i;

/** Gives the engine the filters that behave in a mail otherwise than on a page. */
export function registerMailFilters(engine: Liquid): void {
  for (const [name, filter] of Object.entries(MARKUP)) {
    engine.registerFilter(name, function (this: FilterThis, value: unknown) {
      this.context.memoryLimit.use(valueText(value).length);
      return filter(value);
    });
  }
  for (const name of DATES) {
    const original = engine.filters[name] as Filter; // Liquid's date filters are plain functions.
    engine.registerFilter(name, function (this: FilterThis, value: unknown, ...args: unknown[]) {
      const shown = calendarDate(value);
      if (!shown) return original.call(this, value, ...args);
      const opts = { ...this.context.opts, timezoneOffset: 0 };
      const context: unknown = Object.create(this.context, { opts: { value: opts } });
      return original.call({ ...this, context: context as FilterThis['context'] }, shown, ...args);
    });
  }
}

/** A date written without a zone, as the moment that shows the same in UTC: it is what the calendar says, wherever it is read. */
function calendarDate(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (NO_CALENDAR_DATE.test(text) || HAS_ZONE.test(text)) return null;
  // A bare day is taken for UTC by the language, everything else for the time of this machine.
  const read = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (Number.isNaN(read.getTime())) return null;
  return new Date(
    Date.UTC(
      read.getFullYear(),
      read.getMonth(),
      read.getDate(),
      read.getHours(),
      read.getMinutes(),
      read.getSeconds(),
    ),
  );
}

/** The words of a piece of html. */
function textOf(html: string): string {
  let text = '';
  let skipped = '';
  let tag = '';
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...quietCallbacks,
      ontext: (start, end) => void (skipped || (text += html.slice(start, end))),
      ontextentity: (codepoint) => void (skipped || (text += String.fromCodePoint(codepoint))),
      onopentagname: (start, end) => void (tag = html.slice(start, end).toLowerCase()),
      onopentagend: () => void (skipped ||= tag === 'script' || tag === 'style' ? tag : ''),
      onclosetag: (start, end) => void (html.slice(start, end).toLowerCase() === skipped && (skipped = '')),
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return text;
}
