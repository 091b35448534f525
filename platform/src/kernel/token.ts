import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 32;
const checkLength = 6;

/** A new bearer secret: prefix, 32 random characters, and a checksum by which scanners and typing errors are told apart. */
export function issueToken(prefix: string): { secret: string; hash: string; hint: string } {
  let body = '';
  while (body.length < randomLength) {
    // Bytes from 248 on would make some characters likelier than others.
    for (const byte of randomBytes(randomLength)) if (byte < 248) body += alphabet[byte % 62];
  }
  body = body.slice(0, randomLength);
  const secret = `${prefix}${body}${checksum(prefix + body)}`;
  return { secret, hash: hashToken(secret), hint: secret.slice(-4) };
}

/** Whether a text is a secret of this prefix, with a right checksum; says nothing about whether it is known. */
export function isToken(prefix: string, secret: string): boolean {
  if (secret.length !== prefix.length + randomLength + checkLength || !secret.startsWith(prefix)) return false;
  return checksum(secret.slice(0, -checkLength)) === secret.slice(-checkLength);
}

/** What is stored of a secret. It has too much randomness to be guessed, so no slow hash is needed. */
export function hashToken(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function checksum(text: string): string {
  let rest = crc32(text);
  let code = '';
  for (let place = 0; place < checkLength; place++) {
    code = alphabet[rest % 62] + code;
    rest = Math.floor(rest / 62);
  }
  return code;
}
