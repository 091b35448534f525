/** The oldest browsers that have all that the elements are made of; the embedding guide names them too. */
const OLDEST = 'Chrome or Edge 125, Firefox 126, Safari 17.4';

/**
 * Whether this browser has what the elements are made of. A host may ask before it shows them, and say something of its own where it
 * has not; the elements themselves do what they can.
 */
export const isSupported = (): boolean =>
  'popover' in HTMLElement.prototype &&
  'groupBy' in Map &&
  'any' in AbortSignal &&
  CSS.supports('selector(:state(on))') &&
  CSS.supports('container-type: inline-size');

/** Says once in the console what a developer looks for who sees broken elements. */
export function checkBrowser(): void {
  if (checked) return;
  checked = true;
  if (!isSupported()) console.warn(`This browser is older than what the elements are made for: ${OLDEST}.`);
}
let checked = false;
