import { randomBytes } from 'node:crypto';

/** The caller's own id for the request if it is harmless in a log, otherwise a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  if (typeof header === 'string' && /^[\w.:-]{1,128}$/.test(header)) return header;
  return `req_${randomBytes(12).toString('base64url')}`;
}
