import { expect, it } from 'vitest';
import { nearestLanguage } from './languages.ts';

it('the words of a locale are those of its language, and English where there are none', () => {
  const asked = ['de', 'de-AT', ' FR-ca', 'ar', 'xx-de', ''];
  expect(asked.map(nearestLanguage)).toEqual(['de', 'de', 'fr', 'en', 'en', 'en']);
});
