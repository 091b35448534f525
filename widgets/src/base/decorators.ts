import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** Marks a member of an element; the types of Lit's own decorators, of which these are the half that our compiler writes. */
type Mark = (proto: ReactiveElement, name: string) => void;

/** A property that renders its element again when it changes; what an accessor does of its own stays. */
export const property =
  (options?: PropertyDeclaration): Mark =>
  (proto, name) => {
    const isAccessor = Object.hasOwn(proto, name);
    (proto.constructor as typeof ReactiveElement).createProperty(name, options); // the prototype is that of an element
    return isAccessor ? Object.getOwnPropertyDescriptor(proto, name) : undefined;
  };

/** A property that nobody outside sets. */
export const state = (): Mark => property({ state: true, attribute: false });

/** Reads what a selector finds first in the shadow root; null before it is there. */
export const query =
  (selector: string): Mark =>
  (proto, name) => {
    Object.defineProperty(proto, name, {
      get(this: ReactiveElement) {
        return this.renderRoot?.querySelector(selector) ?? null;
      },
      configurable: true,
      enumerable: true,
    });
  };
