import { describe, expect, it } from 'vitest';
import { Failure } from '#kernel';
import { requireStrongPassword } from './require-strong-password.ts';

const judge = (password: string): string | null => {
  try {
    requireStrongPassword(password, ['ada.berg@harbour.example', 'Ada Berg']);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
};

describe('a password', () => {
  it.each([
    'a password that is long enough',
    'correct horse battery staple',
    'kN7#vq2!Lw9z',
    'tulip ferry marble noon',
  ])('that takes long to guess is taken: %s', (password) => expect(judge(password)).toBe(null));

  it.each(['short', '12345678901', ''])('of less than twelve characters is refused: %s', (password) =>
    expect(judge(password)).toBe('user.password_short'),
  );

  it.each([
    'password1234',
    'Password123!',
    'qwertyuiop123',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'ada.berg2026',
    'harbourharbour',
    'iloveyou1234',
  ])('that many people choose, or that says who they are, is refused: %s', (password) =>
    expect(judge(password)).toBe('user.password_common'),
  );

  it('is judged by its beginning, however long it is', () => {
    expect(judge('correct horse battery staple '.repeat(35))).toBe(null);
    expect(judge('a'.repeat(1024))).toBe('user.password_common');
  });
});
