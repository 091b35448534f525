import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { InitOptions } from '../src/core/init.ts';
import type { LoadOptions } from '../src/reach/load.ts';
import type { Appearance } from '../src/core/theme-sheet.ts';
import { analyzeElements } from './analyze-elements.ts';
import { writeElements } from './write-elements.ts';

const root = join(import.meta.dirname, '..');
const { elements } = analyzeElements();
const folder = mkdtempSync(join(tmpdir(), 'contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The source of an element and of what it is made of: everything in its own folder. */
const sourcesOf = (module: string): string =>
  module.startsWith('src/core')
    ? readFileSync(join(root, module), 'utf8')
    : globSync(`${dirname(module)}/*.ts`, { cwd: root })
        .map((file) => readFileSync(join(root, file), 'utf8'))
        .join('\n');
const base = ['widget.ts', 'session-element.ts']
  .map((file) => readFileSync(join(root, 'src/core', file), 'utf8'))
  .join('\n');
const announced = (source: string): string[] =>
  [...source.matchAll(/\b(?:announce|once)\(\s*'([\w-]+)'/g)].map(([, name]) => name ?? '');

describe('the contract of the elements', () => {
  it('covers every element that can be loaded, and the provider', () => {
    const loaders = readFileSync(join(root, 'src/core/widget-loaders.ts'), 'utf8');
    const loadable = [...loaders.matchAll(/^ {2}'?([a-z-]+)'?: (?:async )?\(\)/gm)].map(([, name = '']) => name);
    expect(loadable.length).toBeGreaterThan(0);
    expect(elements.map(({ name }) => name).toSorted()).toEqual([...loadable, 'provider'].toSorted());
  });

  it.each(elements.map((element) => [element.name, element] as const))(
    'says what everything of %s is for',
    (_, element) => {
      expect(element.summary).not.toBe('');
      expect(element.description).not.toBe('');
      const { attributes, properties, events, slots, parts, states, variables } = element;
      for (const one of [attributes, properties, events, slots, parts, states, variables].flat())
        expect(one, one.name).toHaveProperty('description', expect.stringMatching(/\w/));
      for (const { name, detail } of events) expect(`${name}: ${detail}`).not.toMatch(/\b(unknown|any)\b/);
    },
  );

  it.each(elements.map((element) => [element.name, element] as const))(
    'documents the events that %s announces, and no others',
    (name, { module, events }) => {
      const own = sourcesOf(module);
      const spoken = new Set([...announced(own), ...(name === 'provider' ? [] : announced(base))]);
      // Every element may ask to go somewhere; those that do say so.
      if (!/\bnavigate\(/.test(own)) spoken.delete('navigate');
      expect(events.map((event) => event.name).toSorted()).toEqual([...spoken].toSorted());
    },
  );

  it('is what the types of the wrappers were written from', () => {
    const file = join(folder, 'elements.ts');
    writeFileSync(file, writeElements(elements));
    execFileSync(join(root, '../node_modules/.bin/oxfmt'), ['-c', join(root, '../.oxfmtrc.json'), file]);
    const written = readFileSync(join(root, 'src/reach/elements.ts'), 'utf8');
    expect(written, 'run `pnpm --filter @tabard/widgets manifest`').toBe(readFileSync(file, 'utf8'));
  });

  it('gives a page that loads the elements every option of a page that bundles them', () => {
    // Were one missing, or one wider than the other, the compiler would refuse these lines.
    const missing: Exclude<keyof InitOptions, keyof LoadOptions | 'client'>[] = [];
    type Looks = NonNullable<LoadOptions['appearance']>;
    const accept = (options: Omit<LoadOptions, 'appearance'>): Omit<InitOptions, 'appearance'> => options;
    const look = (one: Omit<Looks, 'variables'>): Omit<Appearance, 'variables'> => one;
    const lookBack = (one: Omit<Appearance, 'variables'>): Omit<Looks, 'variables'> => one;
    expect([missing.length, accept.length, look.length, lookBack.length]).toEqual([0, 1, 1, 1]);
  });
});
