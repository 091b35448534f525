/** The element that has the focus, through all shadow roots below; null when it is elsewhere. */
export function deepFocus(root: ShadowRoot): HTMLElement | null {
  let found = root.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement ? found : null;
}
