const sheets = new Map<string, CSSStyleSheet>();

/** A sheet that takes parts out of sight by their names; equal lists share one. */
export function hidePartsSheet(names: readonly string[] = []): CSSStyleSheet | null {
  if (names.length === 0) return null;
  const key = names.join(' ');
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const selectors = names.map((name) => `[part~="${CSS.escape(name)}"],::part(${CSS.escape(name)})`);
    sheet.replaceSync(`${selectors.join()}{display:none!important}`);
    sheets.set(key, sheet);
  }
  return sheet;
}
