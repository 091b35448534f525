// Control characters have no meaning in HTML, and the composer marks places with some of them.
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const UNSAFE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const UNSAFE_ALL = new RegExp(UNSAFE, 'g');
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** A value as HTML text or attribute value: markup characters become entities, control characters vanish. */
export function escapeHtml(value: unknown): string {
  const text = valueText(value);
  return UNSAFE.test(text) ? text.replace(UNSAFE_ALL, (character) => ENTITIES[character] ?? '') : text;
}

/** How Liquid writes a value: nothing for null, the items of a list one after the other. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueText).join('');
  // oxlint-disable-next-line typescript/no-base-to-string -- Liquid, too, writes an object without text of its own this way
  return String(value);
}

/** Stands in a value for a line break that a filter put there; a control character, so that nothing a mail can hold is taken for it. */
export const LINE_BREAK = '\u0005';
const LINE_BREAK_ALL = new RegExp(`${LINE_BREAK}(\\n?)`, 'g');

/** How a value is printed into html. */
export function printHtml(value: unknown): string {
  const text = valueText(value);
  if (!UNSAFE.test(text)) return text;
  return text.replace(UNSAFE_ALL, (character) => (character === LINE_BREAK ? '<br>' : (ENTITIES[character] ?? '')));
}

/** How a value is printed into plain text. */
export function printText(value: unknown): string {
  const text = valueText(value);
  return text.includes(LINE_BREAK) ? text.replace(LINE_BREAK_ALL, '\n') : text;
}
