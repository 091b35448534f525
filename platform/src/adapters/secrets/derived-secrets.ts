import { hkdfSync } from 'node:crypto';
import type { Secrets } from '#ports';
import { createSealing } from './sealing.ts';

interface SecretKeys {
  secretKey: string;
  encryptionKey: string;
  previousEncryptionKeys: readonly string[];
}

/** Secrets derived by HKDF from the keys of the installation. */
export function createDerivedSecrets({ secretKey, encryptionKey, previousEncryptionKeys }: SecretKeys): Secrets {
  const keys = new Map<string, Uint8Array>();
  return {
    // Until an encryption key was given, everything was sealed with the secret key.
    ...createSealing(encryptionKey, [...previousEncryptionKeys, secretKey]),
    key(purpose) {
      let derived = keys.get(purpose);
      if (!derived) keys.set(purpose, (derived = derive(secretKey, purpose)));
      return derived;
    },
  };
}

const derive = (secretKey: string, purpose: string) => new Uint8Array(hkdfSync('sha256', secretKey, '', purpose, 32));
