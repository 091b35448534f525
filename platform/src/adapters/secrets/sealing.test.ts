import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDerivedSecrets } from './index.ts';

const [secretKey, second, third] = ['first', 'second', 'third'].map(
  (word) => `${word} key of tests that is long enough`,
);
const secretsWith = (encryptionKey: string, ...previousEncryptionKeys: string[]) =>
  createDerivedSecrets({ secretKey: secretKey!, encryptionKey, previousEncryptionKeys });
const before = secretsWith(secretKey!);
const after = secretsWith(second!);

/** A text as it was sealed before there were envelopes. */
function sealedFirst(plain: string, context: string, key = secretKey!): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', new Uint8Array(hkdfSync('sha256', key, '', 'seal', 32)), nonce);
  const text = Buffer.concat([cipher.setAAD(Buffer.from(context)).update(plain, 'utf8'), cipher.final()]);
  return `s1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
}

describe('a sealed text', () => {
  it('opens with the context that it was sealed for, and with no other', () => {
    for (const plain of ['', 'pass word', '🗝️'.repeat(1000)])
      expect(before.open(before.seal(plain, 'a'), 'a')).toBe(plain);
    expect(() => before.open(before.seal('word', 'a'), 'b')).toThrow(/authenticate/);
  });

  it('never looks the same twice, and tells nothing of the text', () => {
    const texts = Array.from({ length: 50 }, () => before.seal('pass word', 'a'));
    expect(new Set(texts).size).toBe(50);
    expect(Buffer.from(texts.join(''), 'base64url').toString('latin1')).not.toContain('pass');
  });

  it('does not open when a single character of it was changed, or its end is missing', () => {
    const sealed = before.seal('word', 'a');
    for (let at = 0; at < sealed.length - 1; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      for (const changed of [sealed.slice(0, at) + other + sealed.slice(at + 1), sealed.slice(0, at)])
        expect(() => before.open(changed, 'a')).toThrow(/authenticate|not sealed here|not known|tag/);
    }
  });

  it('is opened by a new encryption key only beside the one that sealed it', () => {
    const sealed = after.seal('word', 'a');
    expect(secretsWith(third!, second!).open(sealed, 'a')).toBe('word');
    expect(() => secretsWith(third!).open(sealed, 'a')).toThrow(
      /sealed with the encryption key \w{12}, which is not known/,
    );
  });

  it('is under the new key once sealed anew, its own part unchanged, and then left alone', () => {
    const sealed = before.seal('word', 'a');
    const anew = after.reseal(sealed, 'a')!;
    expect(secretsWith(third!, second!).open(anew, 'a')).toBe('word');
    expect(() => before.open(anew, 'a')).toThrow(/not known/);
    expect(Buffer.from(anew.split('.')[2]!, 'base64url').subarray(60)).toEqual(
      Buffer.from(sealed.split('.')[2]!, 'base64url').subarray(60),
    );
    expect([after.reseal(anew, 'a'), before.reseal(sealed, 'a')]).toEqual([null, null]);
    expect(() => after.reseal(sealed, 'b')).toThrow(/authenticate/);
  });

  it('of the time before envelopes opens, whichever known key sealed it, and is put into one', () => {
    const sealed = sealedFirst('word', 'a');
    expect([before, after, secretsWith(third!, second!)].map((one) => one.open(sealed, 'a'))).toEqual(
      Array(3).fill('word'),
    );
    expect(after.open(after.reseal(sealed, 'a')!, 'a')).toBe('word');
    expect(() => after.open(sealed, 'b')).toThrow(/authenticate/);
  });

  it('was sealed here', () => {
    for (const foreign of ['', 's1.', 's2.', 'word', 's2.abc', 's3.a.b'])
      expect(() => before.open(foreign, 'a')).toThrow(/not sealed here/);
  });
});

it('links and hashes hang on the secret key alone', () => {
  expect(after.key('links')).toEqual(before.key('links'));
});
