import type { OutreachClient } from '../../src/core/client.ts';

/** Texts that come from the workspace or from the browser's own Intl, not from the catalogue. */
const known = new Set<string>();

/** What was given out since the last `forgetWords`, the longest first. */
export function knownWords(): string[] {
  return [...known].toSorted((a, b) => b.length - a.length);
}

export function forgetWords(): void {
  known.clear();
}

const note = <T>(value: T): T => {
  if (typeof value === 'string') {
    // Elements show the words of a mail without its tags, names of time zones without underscores, and those of languages as they begin a line.
    const begun = value.charAt(0).toUpperCase() + value.slice(1);
    for (const text of [value, begun, value.replaceAll('_', ' '), ...value.split(/<[^>]*>|\{\{[^}]*\}\}|\s*\n\s*/)]) {
      if (text.trim().length > 1) known.add(text.trim());
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const piece of piecesOf(value)) note(piece);
    for (const [key, one] of Object.entries(value)) {
      note(one);
      // Fields of the workspace's own have its names.
      if (key === 'custom') note(Object.keys(one as object));
    }
  }
  return value;
};

/** The parts of a text that its marks take apart: a hit of the search is shown in pieces. */
function piecesOf(value: object): string[] {
  const { text, marks } = value as { text?: unknown; marks?: unknown };
  if (typeof text !== 'string' || !Array.isArray(marks)) return [];
  const cuts = (marks as [number, number][]).flatMap(([at, length]) => [at, at + length]);
  return [0, ...cuts].map((at, index) => text.slice(at, cuts[index]));
}

function noteFailure(error: unknown): never {
  const { message, requestId } = error as { message?: string; requestId?: string }; // What failures of the platform carry.
  note([message, requestId]);
  throw error;
}

/** The same client; what it answers is remembered. */
export function rememberAnswers(client: OutreachClient): OutreachClient {
  const follow = (target: object): object =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value === 'object' && value !== null) return follow(value);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(value, from, given);
          return answer instanceof Promise ? answer.then(note, noteFailure) : answer;
        };
      },
    });
  return follow(client) as OutreachClient; // Everything passes through it unchanged.
}

/** Remembers what Intl formats: months, weekdays and units are the browser's words. */
export function rememberIntl(): void {
  const getters = [Intl.DateTimeFormat, Intl.NumberFormat].map(({ prototype }) => prototype as object);
  for (const prototype of getters) {
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'format') ?? {};
    if (!get) continue;
    Object.defineProperty(prototype, 'format', {
      configurable: true,
      get(this: object) {
        const format = get.call(this) as (value: unknown) => string; // What the getter of format gives.
        return (value: unknown) => note(format(value));
      },
    });
  }
  const methods: [object, string][] = [
    [Intl.RelativeTimeFormat.prototype, 'format'],
    [Intl.ListFormat.prototype, 'format'],
    [Intl.DisplayNames.prototype, 'of'],
    [Intl.DateTimeFormat.prototype, 'formatRange'],
    [Intl.DateTimeFormat.prototype, 'formatToParts'],
    [Intl.NumberFormat.prototype, 'formatToParts'],
    [Intl, 'supportedValuesOf'],
  ];
  for (const [owner, name] of methods) {
    const method = Reflect.get(owner, name) as (...given: unknown[]) => unknown; // Each of them is one.
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      return note(method.apply(this, given));
    });
  }
}
