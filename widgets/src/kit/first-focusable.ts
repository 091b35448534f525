/** The first thing that can be used below an element, through open shadow roots. */
export function firstFocusable(root: ParentNode): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('a[href]:not(.go), button:not(:disabled), input:not(:disabled), select, textarea'))
      return element;
    const inside = element.shadowRoot && firstFocusable(element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}
