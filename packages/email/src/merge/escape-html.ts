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
