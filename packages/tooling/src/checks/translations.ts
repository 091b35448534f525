import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { readFiles } from './source-files.ts';

/** A message: its English words, and what they are in a language, if that has them. */
interface Message {
  source: string;
  target: string | undefined;
}

/**
 * Every message has a translation in every language of `widgets/lit-localize.json`, and what is missing is told language by language.
 * One that reads as in English everywhere is worth a look.
 */
export const translations: Check = {
  name: 'words',
  run(root) {
    const languages = languagesOf(root);
    const files = new Map(
      readFiles(root, (path) => /^widgets\/messages\/\w+\.xlf$/.test(path)).map(({ path, text }) => [
        path.replace(/^.*\/|\.xlf$/g, ''),
        messagesOf(text),
      ]),
    );
    const all = new Map([...files.values()].flatMap((messages) => [...messages]));
    const problems = languages.flatMap((language) => gapsOf(language, files.get(language), all));
    for (const language of files.keys())
      if (!languages.includes(language))
        problems.push(`widgets/messages/${language}.xlf is of no language that widgets/lit-localize.json lists.`);
    if (all.size === 0) problems.push('No messages were found: the check looks in the wrong place.');
    const untranslated = [...all].filter(([id, { source }]) => isWords(source) && isEnglish(id, [...files.values()]));
    const remarks = untranslated.map(([, { source }]) => `"${source}" reads as in English in every language.`);
    return { problems, remarks };
  },
};

function languagesOf(root: string): string[] {
  const { targetLocales } = JSON.parse(readFileSync(join(root, 'widgets/lit-localize.json'), 'utf8')) as {
    targetLocales: string[];
  };
  return targetLocales;
}

function messagesOf(text: string): Map<string, Message> {
  const units = text.matchAll(/<trans-unit id="(\w+)">([\s\S]*?)<\/trans-unit>/g);
  return new Map(
    [...units].map(([, id = '', unit = '']) => {
      const source = /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? '';
      return [id, { source, target: /<target[^>]*>([\s\S]*?)<\/target>/.exec(unit)?.[1] }];
    }),
  );
}

/** What a language lacks, after a line that counts it. */
function gapsOf(language: string, own: Map<string, Message> | undefined, all: Map<string, Message>): string[] {
  const file = `widgets/messages/${language}.xlf`;
  if (!own) return [`${file} is missing: "npm run messages" in widgets makes it.`];
  const gaps = [...all].filter(([id]) => !own.get(id)?.target?.trim());
  if (gaps.length === 0) return [];
  const each = gaps.map(([id, { source }]) =>
    own.has(id)
      ? `${file}: ${id} "${source}" has no translation.`
      : `${file}: ${id} "${source}" is not there: "npm run messages" in widgets adds it.`,
  );
  return [`${language}: ${gaps.length} of ${all.size} messages have no translation.`, ...each];
}

/** Whether a source has letters enough to be translated at all. */
const isWords = (source: string): boolean => /\p{Ll}{3}/u.test(source);

const isEnglish = (id: string, languages: Map<string, Message>[]): boolean =>
  languages.every((messages) => messages.get(id)?.target === messages.get(id)?.source);
