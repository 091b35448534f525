import type { ElementContracts } from './elements.ts';

/** The name of an element without prefix, such as `inbox`. */
export type ElementName = keyof ElementContracts;
/** What an element can be given in markup. */
export type ElementAttributes<N extends ElementName> = Partial<ElementContracts[N]['attributes']>;
/** What an element can be given in code. */
export type ElementProperties<N extends ElementName> = ElementContracts[N]['properties'];
/** The `detail` of each of its events, by the event's name without prefix. */
export type ElementEvents<N extends ElementName> = ElementContracts[N]['events'];

/** One event of one element: `OutreachEvent<'inbox', 'select-conversation'>`. */
export type OutreachEvent<N extends ElementName, E extends keyof ElementEvents<N>> = CustomEvent<ElementEvents<N>[E]>;

/** The events of one element by the names a page hears, such as `acme-load`. */
export type PrefixedEvents<N extends ElementName, P extends string> = {
  [E in keyof ElementEvents<N> & string as `${P}-${E}`]: CustomEvent<ElementEvents<N>[E]>;
};

/** An element of the page with its properties and typed events. */
export interface OutreachElement<N extends ElementName, P extends string> extends HTMLElement {
  addEventListener<E extends keyof PrefixedEvents<N, P>>(
    type: E,
    listener: (event: PrefixedEvents<N, P>[E]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<E extends keyof HTMLElementEventMap>(
    type: E,
    listener: (event: HTMLElementEventMap[E]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * Every tag under a prefix, for the page's own list of tags.
 * @example declare global { interface HTMLElementTagNameMap extends ElementTags<'acme'> {} }
 */
export type ElementTags<P extends string> = {
  [N in ElementName as `${P}-${N}`]: OutreachElement<N, P> & ElementProperties<N>;
};

type AnyEvents = { [N in ElementName]: ElementEvents<N> }[ElementName];
type EventName = AnyEvents extends infer Events ? (Events extends object ? keyof Events & string : never) : never;
type DetailOf<E extends string> = AnyEvents extends infer Events
  ? Events extends Record<E, infer Detail>
    ? Detail
    : never
  : never;

/**
 * Every event under a prefix, for listeners on the document.
 * @example declare global { interface DocumentEventMap extends ElementEventMap<'acme'> {} }
 */
export type ElementEventMap<P extends string> = { [E in EventName as `${P}-${E}`]: CustomEvent<DetailOf<E>> };

/** `lead-table` as `LeadTable`. */
export type Pascal<T extends string> = T extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<T>;

/** Attributes and events of one element as JSX of the DOM's own kind writes them: `onacme-load`. */
export type MarkupProps<N extends ElementName, P extends string> = ElementAttributes<N> & {
  [E in keyof ElementEvents<N> & string as `on${P}-${E}`]?: (event: CustomEvent<ElementEvents<N>[E]>) => void;
};
