import type { PrefixedElementClass } from './prefixed-element.ts';

/** What a prefix may be: the first word of a custom element's name. */
const PREFIX = /^[a-z][a-z0-9]{0,29}$/;

/** Refuses a prefix the browser would refuse later with a worse message. */
export function checkPrefix(prefix: string): string {
  if (!PREFIX.test(prefix)) {
    throw new RangeError(`"${prefix}" is no prefix: use 1 to 30 of a-z, 0-9, a letter first.`);
  }
  return prefix;
}

/** Defines an element and all it is made of under a prefix. Doing it twice is harmless. */
export function defineElement(prefix: string, element: PrefixedElementClass): void {
  const name = `${prefix}-${element.tag}`;
  if (customElements.get(name)) return;
  for (const part of element.uses) defineElement(prefix, part);
  // One class can carry one name only, so each prefix gets a subclass of its own.
  customElements.define(
    name,
    class extends element {
      static override prefix = prefix;
    },
  );
}
