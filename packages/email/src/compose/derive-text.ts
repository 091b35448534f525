import { convert } from 'html-to-text';
import { shieldLiquid } from './shield-liquid.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const SKIPPED = ['img', 'style', 'script', 'title'];

/** The text template that says what an html template says; links stand after their words. */
export function deriveText(htmlSource: string): string {
  const { text, restore } = shieldLiquid(htmlSource);
  const plain = convert(text, {
    wordwrap: false,
    selectors: [
      ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
      ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    ],
  });
  return restore(plain);
}
