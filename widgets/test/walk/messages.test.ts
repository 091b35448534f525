import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targetLocales } from '../../src/core/locale-codes.ts';

const folder = join(import.meta.dirname, '../../messages');

interface Unit {
  source: string;
  target: string | undefined;
}

function unitsOf(language: string): Map<string, Unit> {
  const text = readFileSync(join(folder, `${language}.xlf`), 'utf8');
  const units = text.matchAll(/<trans-unit id="(\w+)">\s*<source>([^]*?)<\/source>(?:\s*<target>([^]*?)<\/target>)?/g);
  return new Map([...units].map(([, id = '', source = '', target]) => [id, { source, target }]));
}

/** What is put into a text, in any order. */
const slotsOf = (text: string): string[] => [...text.matchAll(/<x id="(\d+)"/g)].map(([, id = '']) => id).toSorted();

describe.each(targetLocales)('the catalogue of %s', (language) => {
  const units = unitsOf(language);

  it('has every text that was extracted', () => {
    expect([...units.keys()].toSorted()).toEqual([...unitsOf(targetLocales[0]).keys()].toSorted());
    expect([...units.values()].filter(({ target }) => !target?.trim()).map(({ source }) => source)).toEqual([]);
  });

  it('puts into each text what English puts into it', () => {
    for (const { source, target } of units.values()) expect(slotsOf(target ?? ''), source).toEqual(slotsOf(source));
  });
});
