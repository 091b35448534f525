/** Where an open popover stands: under or above its anchor, or beside it at the inline end or start. */
export interface Placing {
  align?: 'start' | 'end' | 'center';
  side?: 'block' | 'inline';
}
const GAP = 4;
const EDGE = 8;

/** Puts an open popover at its anchor, or at the other side when there is no room, always within the window. */
export function placePopover(
  popover: HTMLElement,
  anchor: Element,
  align: Placing['align'] = 'start',
  side: Placing['side'] = 'block',
): void {
  const at = anchor.getBoundingClientRect();
  // A page may be enlarged by `zoom`: all is reckoned as it is seen, and written as it was before.
  const zoom = (popover as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  const [width, height] = [popover.offsetWidth * zoom, popover.offsetHeight * zoom];
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  let left: number;
  let top: number;
  if (side === 'block') {
    const below = at.bottom + GAP + height <= innerHeight || at.top - GAP - height < 0;
    top = below ? at.bottom + GAP : at.top - GAP - height;
    left = (align === 'end') === rtl ? at.left : at.right - width;
    if (align === 'center') left = at.left + (at.width - width) / 2;
  } else {
    const [after, before] = [at.right, at.left - width];
    const fits = rtl ? before >= EDGE : after + width <= innerWidth - EDGE;
    left = fits === rtl ? before : after;
    top = at.top - GAP;
  }
  popover.style.setProperty('left', `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE)) / zoom}px`);
  popover.style.setProperty('top', `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE)) / zoom}px`);
}

/** Keeps an open popover at its anchor while pages scroll and windows change; the returned function lets go. */
export function keepPlaced(popover: HTMLElement, anchor: Element, { align, side }: Placing = {}): () => void {
  const place = (event?: Event): void => {
    // What scrolls inside the popover moves nothing.
    if (event?.target instanceof Node && popover.contains(event.target)) return;
    placePopover(popover, anchor, align, side);
  };
  const resized = new ResizeObserver(() => place());
  resized.observe(popover);
  addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
  place();
  return () => {
    resized.disconnect();
    removeEventListener('scroll', place, { capture: true });
    removeEventListener('resize', place);
  };
}
