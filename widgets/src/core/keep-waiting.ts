import type { LitElement } from 'lit';

/** Puts an element into a page of ours; what the platform wrote for the time of waiting stays over it until it shows something itself. */
export function keepWaiting(page: Element, element: LitElement, prefix: string): void {
  const waiting = page.querySelector(':scope > .waiting');
  page.replaceChildren(element, ...(waiting ? [waiting] : []));
  const leave = (): void => void element.updateComplete.then(() => waiting?.remove());
  for (const name of ['load', 'load-error']) element.addEventListener(`${prefix}-${name}`, leave, { once: true });
}
