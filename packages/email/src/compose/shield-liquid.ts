// Private-use characters: no HTML parser splits, folds or escapes them.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const SHIELDED = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** A template with its Liquid tags put aside, so that HTML tools see only HTML; `restore` puts them back. */
export function shieldLiquid(source: string): { text: string; restore: (text: string) => string } {
  const tags: string[] = [];
  const plain = source.replace(/[\uE000\uE001]/g, '');
  let text = '';
  let from = 0;
  for (let at = plain.indexOf('{'); at >= 0; at = plain.indexOf('{', at)) {
    const closing = plain[at + 1] === '{' ? '}}' : plain[at + 1] === '%' ? '%}' : null;
    const end = closing === null ? -1 : plain.indexOf(closing, at + 2);
    if (closing !== null && end < 0) break; // What never closes is no tag, and none of its kind follows.
    if (closing !== null) {
      text += `${plain.slice(from, at)}${OPEN}${tags.push(plain.slice(at, end + 2)) - 1}${CLOSE}`;
      from = end + 2;
    }
    at = Math.max(at + 1, from);
  }
  text += plain.slice(from);
  return { text, restore: (changed) => changed.replace(SHIELDED, (_, index: string) => tags[Number(index)] ?? '') };
}
