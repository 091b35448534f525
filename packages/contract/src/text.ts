/** Whether every place that keeps text can keep this one: no NUL, and no half of a surrogate pair. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The path of the first text or name of a field inside a value that is not clean; `null` when all are. */
export function findUncleanText(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return isCleanText(value) ? null : path.join('.');
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (!isCleanText(name)) return path.join('.');
    const found = findUncleanText(part, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
