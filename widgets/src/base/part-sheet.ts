const sheets = new Map<string, CSSStyleSheet>();

/** The sheet of a prefix that holds the host's rules for parts; every shadow root of the prefix adopts it, empty or not. */
export function partSheet(prefix: string): CSSStyleSheet {
  let sheet = sheets.get(prefix);
  if (!sheet) sheets.set(prefix, (sheet = new CSSStyleSheet()));
  return sheet;
}
