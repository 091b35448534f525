import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';

const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const number = /^(?:\d+|0x[\da-f]*)$/;
/** Names that mean something else on every machine. */
const nobodys = new Set(['localhost', 'local', 'internal', 'arpa', 'onion', 'invalid']);

/** A host name as name servers know it: in punycode, with what looks alike made the same; null for what is none, for addresses too. */
export function normaliseHost(text: string): string | null {
  const plain = text.trim().replace(/\.$/, '');
  // Would be cut off, or read as something else.
  if (/[\s/\\?#@:%[\]]/.test(plain)) return null;
  const host = domainToASCII(plain);
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || host.length > 253 || isIP(host) !== 0 || number.test(last) || nobodys.has(last)) return null;
  return labels.every((each) => label.test(each)) ? host : null;
}

/** Whether names are given out below it to anybody, such as `co.uk` or `github.io`. */
export const isPublicSuffix = (host: string): boolean => getDomain(host, { allowPrivateDomains: true }) === null;
