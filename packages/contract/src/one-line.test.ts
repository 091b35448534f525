import { describe, expect, it } from 'vitest';
import { brandInput } from './brand.ts';

describe('a text that others read', () => {
  it.each(['displayName', 'legalText', 'postalAddress'] as const)('keeps its letters in their order: %s', (name) => {
    const { [name]: kept } = brandInput.parse({ [name]: ' Harbour \u202egpj.exe\u202c \u2066Ltd\u2069 \u200fمرحبا' });
    expect(kept).toBe('Harbour gpj.exe Ltd \u200fمرحبا');
  });

  it('is asked for before its signs are counted', () => {
    expect(brandInput.safeParse({ displayName: '\u202e\u2066 ' }).success).toBe(false);
  });
});
