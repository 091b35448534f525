import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '#ports';

/** Secrets derived by HKDF from one installation key; texts are sealed with AES-256-GCM, bound to their context. */
export function createDerivedSecrets(secretKey: string): Secrets {
  const keys = new Map<string, Uint8Array>();
  const key = (purpose: string): Uint8Array => {
    let derived = keys.get(purpose);
    if (!derived) keys.set(purpose, (derived = new Uint8Array(hkdfSync('sha256', secretKey, '', purpose, 32))));
    return derived;
  };
  return {
    key,
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key('seal'), nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `s1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(sealed, context) {
      if (!sealed.startsWith('s1.')) throw new Error('This text was not sealed here.');
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key('seal'), bytes.subarray(0, 12)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
