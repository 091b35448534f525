/** The oldest browsers that have all that the elements are made of; the embedding guide names them too. */
const OLDEST = 'Chrome or Edge 125, Firefox 126, Safari 17.4';

/** Says what a developer looks for who sees broken elements. */
export function warnOldBrowser(): void {
  console.warn(`This browser is older than what the elements are made for: ${OLDEST}.`);
}
