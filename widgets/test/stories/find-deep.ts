/** All elements below, through open shadow roots, in the order of the page. */
export function* everyDeep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyDeep(element.shadowRoot);
  }
}

/**
 * The first element that matches, through shadow roots: below `root`, then below each one found, in its light or its shadow.
 * Stories find by shape, never by words: words change with languages.
 * @example findDeep(place, 'acme-menu', 'button') // the button of the first menu
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
export function findDeep<T extends HTMLElement>(root: ParentNode, selector: string, ...further: string[]): T {
  for (const element of everyDeep(root)) {
    if (!element.matches(selector)) continue;
    const [next, ...rest] = further;
    if (!next) return element as T;
    const inside = element.querySelector(next) ? element : (element.shadowRoot ?? element);
    return findDeep<T>(inside, next, ...rest);
  }
  throw new Error(`Nothing matches ${selector}.`);
}
