/** How much of a mail is read; what lies beyond is left out before it is looked at, and named in `truncated`. */
export interface ReadLimits {
  /** Octets of the whole mail. */
  bytes: number;
  /** Octets of the mail's header; a part's may have a small share of them, and of its fields. */
  headerBytes: number;
  /** Fields of the mail's header. */
  headerFields: number;
  parts: number;
  /** Multiparts within multiparts. */
  depth: number;
  /** Octets of all text parts together, decoded; the same again for html. */
  textBytes: number;
  /** Lines of the text. */
  lines: number;
  /** Octets of attachments kept in memory; of others only name, type and size are told. */
  contentBytes: number;
}

/** What of a mail went beyond its limit. */
export type Truncated = 'size' | 'headers' | 'parts' | 'depth' | 'text' | 'html';

/** More than any mail of a person has. */
export const READ_LIMITS: ReadLimits = {
  bytes: 64 * 1024 * 1024,
  headerBytes: 1024 * 1024,
  headerFields: 2_000,
  parts: 1_000,
  depth: 24,
  textBytes: 2_000_000,
  lines: 100_000,
  contentBytes: 64 * 1024 * 1024,
};

/** The limits of one reading, and what went beyond them so far. */
export interface Reading {
  limits: ReadLimits;
  truncated: Set<Truncated>;
}

/** Begins a reading; limits that are not given are the usual ones. */
export function beginReading(limits: Partial<ReadLimits> = {}): Reading {
  return { limits: { ...READ_LIMITS, ...limits }, truncated: new Set() };
}
