const DATE =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
// Names beside those of RFC 5322; any other is UTC, as the RFC wants it.
const ZONES: Record<string, string> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  BST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  JST: '+0900',
};

/** A `Date` header (RFC 5322 and its older forms) as ISO 8601, null when it is none; without a zone it is UTC. */
export function readDate(header: string | undefined): string | null {
  const text = header?.slice(0, 200).trim() ?? '';
  const [, day, month, year, time, zone = ''] = DATE.exec(text) ?? [];
  const offset = /^[+-]/.test(zone) ? zone : (ZONES[zone.toUpperCase()] ?? '+0000');
  const isIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/i.test(text);
  const value = Date.parse(day === undefined ? (isIso ? text : '') : `${day} ${month!} ${year!} ${time!} ${offset}`);
  return Number.isNaN(value) ? null : new Date(value).toISOString();
}
