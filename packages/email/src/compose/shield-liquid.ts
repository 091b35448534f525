// Private-use characters: no HTML parser splits, folds or escapes them.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const SHIELDED = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** A template with its Liquid tags put aside, so that HTML tools see only HTML; `restore` puts them back. */
export function shieldLiquid(source: string): { text: string; restore: (text: string) => string } {
  const tags: string[] = [];
  const text = source
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (tag) => `${OPEN}${tags.push(tag) - 1}${CLOSE}`);
  return { text, restore: (changed) => changed.replace(SHIELDED, (_, index: string) => tags[Number(index)] ?? '') };
}
