/** All elements below, through shadow roots. */
export function* every(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* every(element.shadowRoot);
  }
}
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
export const find = <T extends HTMLElement>(root: ParentNode, selector: string): T => {
  for (const element of every(root)) if (element.matches(selector)) return element as T;
  throw new Error(`nothing matches ${selector}`);
};
/** All words that are shown. */
export const words = (root: ParentNode): string =>
  [...every(root)]
    .flatMap((element) =>
      [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim()),
    )
    .filter(Boolean)
    .join(' ');
/** The element with this text. */
export const byText = (root: ParentNode, tag: string, text: string): HTMLElement => {
  for (const element of every(root))
    if (element.localName.endsWith(tag) && element.textContent?.trim() === text) return element as HTMLElement;
  throw new Error(`no ${tag} says ${text}`);
};
