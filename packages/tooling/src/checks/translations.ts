import type { Check } from './check.ts';
import { readFiles } from './source-files.ts';

/** Every message has a translation in every language; one that reads as in English everywhere is worth a look. */
export const translations: Check = {
  name: 'words',
  run(root) {
    const files = readFiles(root, (path) => /^widgets\/messages\/\w+\.xlf$/.test(path));
    const same = new Map<string, number>();
    const problems: string[] = [];
    for (const { path, text } of files)
      for (const [unit] of text.matchAll(/<trans-unit [\s\S]*?<\/trans-unit>/g)) {
        const source = /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? '';
        const target = /<target[^>]*>([\s\S]*?)<\/target>/.exec(unit)?.[1];
        if (target === undefined) problems.push(`${path}: "${source}" has no translation.`);
        else if (target === source && /\p{Ll}{3}/u.test(source)) same.set(source, (same.get(source) ?? 0) + 1);
      }
    if (files.length === 0) problems.push('No messages were found: the check looks in the wrong place.');
    const untranslated = [...same].filter(([, count]) => count === files.length);
    return { problems, remarks: untranslated.map(([source]) => `"${source}" reads as in English in every language.`) };
  },
};
