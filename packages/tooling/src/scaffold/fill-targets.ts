import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives every message without a translation its English words, in all languages, so that screens have no gaps. `pnpm check words`
 * lists them until they are translated.
 */
export function fillTargets(root: string): void {
  for (const path of globSync('widgets/messages/*.xlf', { cwd: root })) {
    const file = join(root, path);
    const text = readFileSync(file, 'utf8');
    const filled = text.replaceAll(
      /(<source>([\s\S]*?)<\/source>)(\s*)(?!\s*<target)(?=<\/trans-unit>|<note)/g,
      (_match, source: string, words: string, space: string) => `${source}\n  <target>${words}</target>${space}`,
    );
    if (filled !== text) writeFileSync(file, filled);
  }
}
