import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '#ports';

type Sealing = Pick<Secrets, 'open' | 'reseal' | 'seal'>;

/** Bytes of a nonce, and of it with the tag that a text's key was changed by. */
const nonceBytes = 12;
const headBytes = nonceBytes + 16;
const keyBytes = 32;
const wrappedBytes = headBytes + keyBytes;
/** A shorter tag, which is easier to guess, is refused. */
const whole = { authTagLength: 16 };

/**
 * Envelopes of AES-256-GCM. Each text has a random key of its own, which is sealed with a key of its context, which HKDF derives from
 * an encryption key: what leaks of one workspace opens nothing of another, and another encryption key seals the text's key anew, never
 * the text. Written as `s2.<encryption key's id>.<the text's key, sealed><the text, sealed>`; `s1.` are texts sealed without envelope.
 */
export function createSealing(current: string, others: readonly string[]): Sealing {
  const encryptionKeys = new Map([current, ...others].map((one) => [idOf(one), one]));
  const id = idOf(current);

  const wrapped = (key: Buffer, context: string) => encrypt(contextKey(current, context), key, context);

  function read(sealed: string, context: string): { id: string; key: Buffer; text: Buffer } {
    const [, named = '', bytes = ''] = /^s2\.(\w+)\.([\w-]{118,})$/.exec(sealed) ?? []; // both heads and a key at least
    const encryptionKey = encryptionKeys.get(named);
    if (!named) throw new Error('This text was not sealed here.');
    if (!encryptionKey) throw new Error(`This text was sealed with the encryption key ${named}, which is not known.`);
    const envelope = Buffer.from(bytes, 'base64url');
    const key = decrypt(contextKey(encryptionKey, context), envelope.subarray(0, wrappedBytes), context);
    return { id: named, key, text: envelope.subarray(wrappedBytes) };
  }

  /** Opens what was sealed before there were envelopes, with whichever key fits. */
  function openFirst(sealed: string, context: string): string {
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    const keys = [...encryptionKeys.values()].map((one) => derive(one, 'seal'));
    for (const key of keys.slice(0, -1)) {
      try {
        return decrypt(key, bytes, context).toString('utf8');
      } catch {
        continue; // it tells by its tag that another one fits
      }
    }
    return decrypt(keys.at(-1)!, bytes, context).toString('utf8');
  }

  function seal(plain: string, context: string): string {
    const key = randomBytes(keyBytes);
    return written(id, wrapped(key, context), encrypt(key, Buffer.from(plain), context));
  }

  return {
    seal,
    open(sealed, context) {
      if (isFirst(sealed)) return openFirst(sealed, context);
      const { key, text } = read(sealed, context);
      return decrypt(key, text, context).toString('utf8');
    },
    reseal(sealed, context) {
      if (isFirst(sealed)) return seal(openFirst(sealed, context), context);
      const { id: named, key, text } = read(sealed, context);
      return named === id ? null : written(id, wrapped(key, context), text);
    },
  };
}

const isFirst = (sealed: string) => /^s1\.[\w-]{38,}$/.test(sealed); // a nonce and a tag at least

const written = (id: string, ...parts: Buffer[]) => `s2.${id}.${Buffer.concat(parts).toString('base64url')}`;

/** What an encryption key is known by; tells nothing of it. */
const idOf = (encryptionKey: string) => derive(encryptionKey, 'envelope-id').toString('hex', 0, 6);

const contextKey = (encryptionKey: string, context: string) => derive(encryptionKey, `envelope:${context}`);

const derive = (key: string, purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes));

function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, whole).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), whole).setAAD(
    Buffer.from(context),
  );
  decipher.setAuthTag(sealed.subarray(nonceBytes, headBytes));
  return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
}
