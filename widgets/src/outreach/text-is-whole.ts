const TAG = /\{\{[^{}]*\}\}|\{%-?\s*(\w+)[^{}]*?%\}/g;
const BLOCKS = ['if', 'unless', 'for', 'case', 'comment', 'raw'];

/** Whether every merge field and condition of a text is closed, so that a mail can be made of it; the platform knows the rest. */
export function textIsWhole(text: string): boolean {
  const open: string[] = [];
  for (const [, name = ''] of text.matchAll(TAG)) {
    if (BLOCKS.includes(name)) open.push(`end${name}`);
    else if (name.startsWith('end') && open.pop() !== name) return false;
  }
  return open.length === 0 && !/\{\{|\{%|%\}/.test(text.replace(TAG, ''));
}
