import type { HTMLAttributes } from 'svelte/elements';
import type { ElementName, ElementProperties, MarkupProps } from './element-props.ts';

/**
 * Types of every tag under a prefix for Svelte 5, with events as `onacme-load`.
 * @example declare module 'svelte/elements' { interface SvelteHTMLElements extends SvelteElements<'acme'> {} }
 */
export type SvelteElements<P extends string> = {
  [N in ElementName as `${P}-${N}`]: MarkupProps<N, P> & Partial<ElementProperties<N>> & HTMLAttributes<HTMLElement>;
};
