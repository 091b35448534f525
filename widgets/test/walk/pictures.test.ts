import { describe, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';

const outcomes = await comparePictures();

describe('every scene looks as it was reviewed, in light, in dark and from right to left', () => {
  for (const { file, verdict, words } of outcomes) {
    it(file, () => expect(`${verdict} ${words}`.trim()).toBe('same'));
  }
});
