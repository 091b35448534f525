/**
 * Whether the server that received a mail says that its author's domain did not send it: the topmost
 * `Authentication-Results` (RFC 8601), which no sender can put above it. That it says so of a true mail costs a
 * question; a sender can only make their own mail look worse.
 */
export function isDisowned(headers: Readonly<Record<string, string[]>>): boolean {
  return /(^|[\s;])dmarc\s*=\s*fail\b/i.test(headers['authentication-results']?.[0]?.slice(0, 2000) ?? '');
}
