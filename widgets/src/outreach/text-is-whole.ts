const TAG = /\{\{([^{}]*)\}\}|\{%-?\s*(\w*)[^{}]*?%\}/g;
const BLOCKS = new Set(['if', 'unless', 'for', 'case', 'comment', 'raw']);
/** Words that stand between the blocks' own. */
const WITHIN = new Set(['else', 'elsif', 'when', 'assign', 'break', 'continue']);
/** A field that names nothing, or two things with nothing between them. */
const BROKEN = /^-?\s*(?:-?$|\||[\w.]+\s+(?!or\b|and\b|contains\b)[\w.])/;

/** Whether every merge field and condition of a text is closed, so that a mail can be made of it; the platform knows the rest. */
export function textIsWhole(text: string): boolean {
  const open: string[] = [];
  for (const [, field, name = ''] of text.matchAll(TAG)) {
    if (field !== undefined) {
      if (BROKEN.test(field)) return false;
    } else if (BLOCKS.has(name)) open.push(`end${name}`);
    else if (name.startsWith('end')) {
      if (open.pop() !== name) return false;
    } else if (!WITHIN.has(name)) return false;
  }
  return open.length === 0 && !/\{\{|\{%|%\}/.test(text.replace(TAG, ''));
}
