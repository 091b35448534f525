import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describeSettings, leadNoun, widgetSettings, type SettledWidget } from '@tabard/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { FORWARDED } from '../src/core/frame-wire.ts';
import { analyzeElements } from './analyze-elements.ts';
import { writeElements } from './write-elements.ts';
import { writeFilterTable } from './write-filter-table.ts';
import { writeLabels } from './write-labels.ts';
import { writeLoaders, writePages, writeShown, writeStale } from './write-widgets.ts';
import { writeOptions } from './write-options.ts';

const root = join(import.meta.dirname, '..');
const { elements, program } = analyzeElements();
const folder = mkdtempSync(join(tmpdir(), 'contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The source of an element and of what it is made of: everything in its own folder. */
const sourcesOf = (module: string): string =>
  module.startsWith('src/core')
    ? readFileSync(join(root, module), 'utf8')
    : globSync(`${dirname(module)}/*.ts`, { cwd: root })
        .map((file) => readFileSync(join(root, file), 'utf8'))
        .join('\n');
/** Events of every element, as the base of them lists them. */
const shared = [...readFileSync(join(root, 'src/core/widget-events.ts'), 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: /gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'navigate');
/** Names that are announced; one that ends in `-` is put together where it is said. */
const announced = (source: string): string[] =>
  [...source.matchAll(/\b(?:announce|once)\(\s*(?:'([\w-]+)'|`([\w-]+)\$)/g)].map(
    ([, name, start]) => name ?? start ?? '',
  );

/** The sources of the bases that a source names, and of theirs. */
function basesOf(source: string): string[] {
  const files = [...source.matchAll(/(?:core|\.)\/((?:[\w-]+-widget|record-list)\.ts)'/g)].map(([, file]) => file!); // the group matched
  return files.flatMap((file) => {
    const text = readFileSync(join(root, 'src/core', file), 'utf8');
    return [text, ...basesOf(text)];
  });
}

describe('the contract of the elements', () => {
  it('covers every element that can be loaded, the provider and the frame', () => {
    const loaders = readFileSync(join(root, 'src/core/widget-loaders.ts'), 'utf8');
    const loadable = [...loaders.matchAll(/^ {2}'?([a-z-]+)'?: (?:async )?\(\)/gm)].map(([, name = '']) => name);
    expect(loadable.length).toBeGreaterThan(0);
    expect(elements.map(({ name }) => name).toSorted()).toEqual([...loadable, 'provider', 'frame'].toSorted());
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
      const written = sourcesOf(module);
      // A base between the element and `Widget` speaks for it.
      const own = [written, ...basesOf(written)].join('\n');
      // A frame says what the element in it says.
      const forwarded = name === 'frame' ? FORWARDED : [];
      const spoken = [...forwarded, ...announced(own), ...(/\bnavigate\(/.test(own) ? ['navigate'] : [])];
      const documented = events.map((event) => event.name);
      for (const event of name === 'provider' || name === 'frame' ? [] : shared) expect(documented).toContain(event);
      for (const event of spoken)
        expect(
          documented.some((one) => one === event || (event.endsWith('-') && one.startsWith(event))),
          event,
        ).toBe(true);
      for (const event of documented)
        expect(
          shared.includes(event) || spoken.some((one) => one === event || (one.endsWith('-') && event.startsWith(one))),
          event,
        ).toBe(true);
    },
  );

  it.each(Object.keys(widgetSettings) as SettledWidget[])('is configured in the names that %s has', (name) => {
    const element = elements.find((one) => one.name === name)!; // each has a contract, as the first test says
    const settings = describeSettings(name) as { properties: Record<string, { items?: { enum: string[] } }> }; // written by zod
    const named = (what: string): string[] | undefined => settings.properties[what]?.items?.enum.toSorted();
    expect(named('hidden')).toEqual(element.parts.map((part) => part.name).toSorted());
    const written = sourcesOf(element.module);
    const all = [written, ...basesOf(written)].join('\n');
    const offered = [...all.matchAll(/\boffers\('([\w-]+)'\)/g)].map(([, action = '']) => action);
    // What a list calls making one, its own word before that of its base; and what stands in the menu of a row.
    const add = /\baddAction\b[^=\n]*= '(\w+)'/.exec(all)?.[1];
    const inMenu = all.includes('offers(id)') ? [...written.matchAll(/\{ id: '([\w-]+)', label: .*?, icon: /g)] : [];
    const actions = [...offered, ...(add ? [add] : []), ...inMenu.map(([, action = '']) => action)];
    expect(new Set(named('actions'))).toEqual(new Set(actions));
  });

  it.each([
    ['wrappers/elements.ts', () => writeElements(elements)],
    ['wrappers/options.ts', () => writeOptions(program)],
    ['core/widget-loaders.ts', () => writeLoaders(root)],
    ['core/shown-places.ts', () => writeShown()],
    ['core/stale-answers.ts', () => writeStale()],
    ['app/widget-pages.ts', () => writePages(root)],
    ['crm/lead-field-labels.ts', () => writeLabels(leadNoun)],
    ['crm/lead-filter-table.ts', () => writeFilterTable(leadNoun)],
  ])('is what src/%s was written from', (name, write) => {
    const file = join(folder, basename(name));
    writeFileSync(file, write());
    execFileSync(join(root, '../node_modules/.bin/oxfmt'), ['-c', join(root, '../.oxfmtrc.json'), file]);
    const written = readFileSync(join(root, 'src', name), 'utf8');
    expect(written, 'run `pnpm --filter @tabard/widgets manifest`').toBe(readFileSync(file, 'utf8'));
  });
});
