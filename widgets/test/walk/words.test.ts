import { describe, expect, it } from 'vitest';
import { findEscapedWords } from './find-escaped-words.ts';

const results = await findEscapedWords();

describe('every word goes through the catalogue', () => {
  it.each(results.map(({ scene, found }) => [`${scene.of} ${scene.state}`, found] as const))('at %s', (_name, found) =>
    expect(found).toEqual([]),
  );
});
