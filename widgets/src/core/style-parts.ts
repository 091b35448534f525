import { partSheet } from '../base/part-sheet.ts';

/** Declarations in the names of the DOM, such as `{ borderRadius: '0' }`. */
export type PartStyle = Readonly<Record<string, string>>;
/** Rules by part, with a state where wanted: `{ button: {…}, 'button:hover': {…} }`. */
export type PartStyles = Readonly<Record<string, PartStyle>>;

const PART = /^([a-z][\w-]*)((?::[a-z-]+)*)$/i;

/** Writes the host's rules for parts. They reach parts at any depth, for each shadow root speaks of its own parts. */
export function styleParts(prefix: string, parts: PartStyles): void {
  const sheet = partSheet(prefix);
  const rules = Object.entries(parts).flatMap(([name, style]) => {
    const [, part, state = ''] = PART.exec(name) ?? [];
    if (!part) {
      console.warn(`appearance.elements: "${name}" is no part. Write a part's name, with a state where wanted.`);
      return [];
    }
    return [{ selector: `[part~="${part}"]${state},::part(${part})${state}`, style }];
  });
  sheet.replaceSync(rules.map(({ selector }) => `${selector}{}`).join(''));
  // Values go in through the object model: whatever they hold, they stay values.
  rules.forEach(({ style }, at) => {
    const declared = (sheet.cssRules[at] as CSSStyleRule | undefined)?.style; // one rule for each selector, in order
    for (const [property, value] of Object.entries(style)) {
      const name = property.startsWith('--')
        ? property
        : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      declared?.setProperty(
        name,
        value.replace(/\s*!important\s*$/, ''),
        value.includes('!important') ? 'important' : '',
      );
    }
  });
}
