import { describe, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';

const outcomes = await comparePictures();

describe('every scene looks as it was reviewed, in light, in dark and from right to left', () => {
  it.each(outcomes)('$file', ({ verdict, words }) => expect(`${verdict} ${words}`.trim()).toBe('same'));
});
