/** What has the focus, through shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/** Remembers what has the focus; the returned function gives it back, unless it went somewhere on purpose meanwhile. */
export function rememberFocus(): () => void {
  const before = focused();
  return () => {
    const now = focused();
    const lost = !now || now === document.body || now.closest('dialog:not([open]), [popover]:not(:popover-open)');
    if (lost && before?.isConnected) before.focus({ preventScroll: true });
  };
}
