import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives every message without a translation its English words, in all languages, so that screens have no gaps. `npm run check -- words`
 * lists them until they are translated.
 */
export function fillTargets(root: string): void {
  for (const path of globSync('widgets/messages/*.xlf', { cwd: root })) {
    const file = join(root, path);
    const text = readFileSync(file, 'utf8');
    const filled = text.replaceAll(/<trans-unit [\s\S]*?<\/trans-unit>/g, (unit) =>
      unit.includes('<target')
        ? unit
        : unit.replace(/<source>([\s\S]*?)<\/source>/, (source, words) => `${source}\n  <target>${words}</target>`),
    );
    if (filled !== text) writeFileSync(file, filled);
  }
}
