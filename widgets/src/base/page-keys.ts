/** Whether something modal is open in a tree, through all shadow roots: nothing behind it hears keys. */
function hasModal(root: ParentNode): boolean {
  if (root.querySelector('dialog:modal')) return true;
  return [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && hasModal(shadowRoot));
}

/** Whether an element is what the page consists of: a host with more to show has keys of its own. */
function fillsPage(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const wide = Math.min(right, innerWidth) - Math.max(left, 0);
  const high = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return wide > 0 && high > 0 && wide * high > 0.5 * innerWidth * innerHeight;
}

/**
 * Hands the keys that nothing on the page has the focus for to a part of the element that fills the page, so that its keys work before
 * the first Tab and after a click beside everything. Gives what ends that.
 */
export function hearPageKeys(element: Element, partOf: () => Element | null | undefined): () => void {
  const hear = (event: KeyboardEvent): void => {
    const [at] = event.composedPath();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = partOf();
    // What is around it gets the focus where somebody comes to it: a page of the app.
    if (at !== document.body && at !== document.documentElement && at !== target?.parentElement) return;
    if (!target || !fillsPage(element) || hasModal(document)) return;
    if (!target.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
