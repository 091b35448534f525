import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventPayloads, permissions, widgetNames } from '@tabard/contract';
import { errors } from '@tabard/contract/errors';
import { describe, expect, it } from 'vitest';
import { commands } from '../../platform/src/cli/commands.ts';
import { appRouter } from '../../platform/src/features/index.ts';
import { proceduresOf } from '../../platform/src/kernel/index.ts';

const root = join(import.meta.dirname, '../..');
/** What people wrote: what is generated is made of what there is. */
const pages = execFileSync('git', ['ls-files', '*.md', '*.mdx'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
/** Words set as code within sentences. */
const spansOf = (page: string): string[] =>
  [
    ...textOf(page)
      .replaceAll(/^```[\s\S]*?^```/gm, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, span = '']) => span);

const procedures = proceduresOf(appRouter).map(({ name }) => name);
const names = new Set<string>([...procedures, ...Object.keys(eventPayloads), ...Object.keys(errors), ...permissions]);
/** First words of the names of procedures, events, codes and permissions; `filter.` is also where a filter stands in an input. */
const nouns = new Set([...names].map((name) => name.split('.')[0]).filter((noun) => noun !== 'filter'));
/** Acts in the audit log of what no procedure does alone stand as they are in the platform's source, but for these two. */
const source = globSync('platform/src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] })
  .map(textOf)
  .join('\n');
const isThere = (name: string): boolean =>
  names.has(name) || /^(?:organizations|workspaces)\.delete$/.test(name) || source.includes(`'${name}'`);

describe.each(pages)('%s', (page) => {
  const spans = spansOf(page);

  it('names procedures, events, codes and permissions that there are', () => {
    const said = spans.flatMap(
      (span) => /^(?:outreach\.|client\.)?([a-z]\w*\.[a-z]\w*)(?:\(.*\))?$/i.exec(span)?.[1] ?? [],
    );
    expect(said.filter((name) => nouns.has(name.split('.')[0]) && !isThere(name))).toEqual([]);
  });

  it('names commands that there are', () => {
    const said = [...textOf(page).matchAll(/(?:npm run tabard --|npx tabard|pnpm tabard) ([a-z][a-z ]*)/g)].map(
      ([, words = '']) => words.trim(),
    );
    expect(
      said.filter(
        (words) => !commands.some(({ name }) => `${words} `.startsWith(`${name} `) || name.startsWith(`${words} `)),
      ),
    ).toEqual([]);
  });

  it('names elements that there are', () => {
    const said = spans.flatMap((span) => /^<(?:acme|outreach)-([a-z-]+)>$/.exec(span)?.[1] ?? []);
    expect(said.filter((name) => name !== 'frame' && !(widgetNames as readonly string[]).includes(name))).toEqual([]);
  });
});
