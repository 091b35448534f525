/** A moment by a clock: its day and time of day. */
export interface Wall {
  /** `2026-12-01` */
  day: string;
  /** `09:30` */
  time: string;
}

const readers = new Map<string, Intl.DateTimeFormat>();

function readerOf(timeZone: string): Intl.DateTimeFormat {
  let reader = readers.get(timeZone);
  if (!reader) {
    const digits = '2-digit';
    reader = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
      timeZone,
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
    });
    readers.set(timeZone, reader);
  }
  return reader;
}

/** What the clocks of a time zone show at a moment. */
export function wallOf(iso: string | number, timeZone: string): Wall {
  const parts = Object.fromEntries(
    readerOf(timeZone)
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>; // those that were asked for
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The moment at which the clocks of a time zone show this, in ISO 8601. */
export function atWall(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time || '00:00'}:00Z`);
  const shown = (at: number): number => {
    const wall = wallOf(at, timeZone);
    return Date.parse(`${wall.day}T${wall.time}:00Z`);
  };
  // Twice, for a moment near a change of the clocks.
  const first = wanted - (shown(wanted) - wanted);
  return new Date(first - (shown(first) - wanted)).toISOString();
}
