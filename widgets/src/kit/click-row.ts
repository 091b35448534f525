/** What a click on a row may do. */
export interface RowClicks {
  hrefAt: (index: number) => string | null;
  open: (index: number) => void;
  /** Null where nothing can be chosen. */
  choose: ((index: number) => void) | null;
}

/**
 * A click on a row opens it, with Shift it chooses it; with Ctrl or Cmd, or by the middle button, it opens in another tab where the row
 * has an address, as a link does. What can be used inside a row is left alone.
 */
export function clickRow(event: MouseEvent, { hrefAt, open, choose }: RowClicks): void {
  const index = clickedRow(event);
  const onLink = event.composedPath().some((one) => one instanceof Element && one.matches('.go'));
  if (index >= 0 && (event.button === 1 || event.ctrlKey || event.metaKey)) {
    const href = hrefAt(index);
    // The browser opens its own links; the rest of the row does as they do.
    if (href && !onLink) window.open(href, '_blank', 'noopener');
    if (href || event.button !== 0) return;
  }
  // What is used inside a card does not lead away from the list.
  if (onLink) event.preventDefault();
  if (index < 0 || event.button !== 0) return;
  if (event.shiftKey && choose) choose(index);
  else open(index);
}

/** The row that was clicked; -1 when it was something that can be used inside one. */
function clickedRow(event: MouseEvent): number {
  for (const one of event.composedPath()) {
    if (one instanceof HTMLElement && one.matches('button, a:not(.go), input, select, label')) return -1;
    if (one instanceof HTMLElement && one.matches('.line')) return Number(one.dataset['index']);
  }
  return -1;
}
