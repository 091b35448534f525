import type { HTMLAttributes } from 'preact';
import type { ElementName, MarkupProps } from './element-props.ts';

/**
 * Types of every tag under a prefix for Preact, with events as `onacme-load`.
 * @example declare module 'preact' { namespace JSX { interface IntrinsicElements extends PreactElements<'acme'> {} } }
 */
export type PreactElements<P extends string> = {
  [N in ElementName as `${P}-${N}`]: MarkupProps<N, P> & HTMLAttributes<HTMLElement>;
};
