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
  if (!isSupported())
    void import('./warn-old-browser.ts').then(
      ({ warnOldBrowser }) => warnOldBrowser(),
      () => undefined,
    );
}
let checked = false;
