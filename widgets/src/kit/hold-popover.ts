import { placePopover } from './place-popover.ts';

/** Opens a popover at its anchor and keeps it there while the page scrolls or changes; the returned function closes it. */
export function holdPopover(popover: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): () => void {
  const place = (): void => placePopover(popover, anchor, align);
  const resize = new ResizeObserver(place);
  if (!popover.matches(':popover-open')) popover.showPopover();
  place();
  addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
  resize.observe(popover);
  resize.observe(anchor);
  return () => {
    removeEventListener('scroll', place, { capture: true });
    removeEventListener('resize', place);
    resize.disconnect();
    if (popover.matches(':popover-open')) popover.hidePopover();
  };
}
