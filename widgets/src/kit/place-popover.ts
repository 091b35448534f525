/** Puts an open popover under its anchor, or above when there is no room, within the window. */
export function placePopover(popover: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const gap = 4;
  const below = at.bottom + gap + height <= innerHeight || at.top - gap - height < 0;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const left = (align === 'end') === rtl ? at.left : at.right - width;
  popover.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`);
  popover.style.setProperty('top', `${below ? at.bottom + gap : at.top - gap - height}px`);
}
