/** All elements below, through open shadow roots, in the order of the page. */
export function* everyDeep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyDeep(element.shadowRoot);
  }
}

/** The first element below that matches, through shadow roots. Scenes find by shape, never by words: words change with languages. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
export function findDeep<T extends HTMLElement>(root: ParentNode, selector: string): T {
  for (const element of everyDeep(root)) if (element.matches(selector)) return element as T;
  throw new Error(`Nothing matches ${selector}.`);
}
