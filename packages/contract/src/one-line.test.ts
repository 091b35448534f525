import { describe, expect, it } from 'vitest';
import { brandInput } from './brand.ts';
import { teamCreateInput } from './identity/team.ts';

describe('a text that others read', () => {
  it.each(['displayName', 'legalText', 'postalAddress'] as const)('keeps its letters in their order: %s', (name) => {
    const { [name]: kept } = brandInput.parse({ [name]: ' Harbour \u202egpj.exe\u202c \u2066Ltd\u2069 \u200fمرحبا' });
    expect(kept).toBe('Harbour gpj.exe Ltd \u200fمرحبا');
  });

  it('has something that is seen: a name of invisible signs alone is none, and one from the right keeps its marks', () => {
    for (const name of ['\u202e\u200b', '\u200b', '\u00ad\ufeff', '\u3164', '\u2800', '\u2060 \u200f'])
      expect(teamCreateInput.safeParse({ name }).success, JSON.stringify(name)).toBe(false);
    for (const name of ['\u200fفريق المبيعات', 'می\u200cخواهم', '👩\u200d💻', 'צוות\u200e'])
      expect(teamCreateInput.parse({ name }).name).toBe(name);
  });

  it('is asked for before its signs are counted', () => {
    expect(brandInput.safeParse({ displayName: '\u202e\u2066 ' }).success).toBe(false);
  });
});
