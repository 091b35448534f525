import type { JSX } from 'solid-js';
import type { ElementAttributes, ElementEvents, ElementName, ElementProperties } from './element-props.ts';

/**
 * Types of every tag under a prefix for Solid, with events as `on:acme-load`.
 * @example declare module 'solid-js' { namespace JSX { interface IntrinsicElements extends SolidElements<'acme'> {} } }
 */
export type SolidElements<P extends string> = {
  [N in ElementName as `${P}-${N}`]: ElementAttributes<N> & {
    [K in keyof ElementProperties<N> & string as `prop:${K}`]?: ElementProperties<N>[K];
  } & {
    [E in keyof ElementEvents<N> & string as `on:${P}-${E}`]?: (event: CustomEvent<ElementEvents<N>[E]>) => void;
  } & JSX.HTMLAttributes<HTMLElement>;
};
