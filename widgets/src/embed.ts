import { autoload } from './core/autoload.ts';
import { checkPrefix } from './core/define-element.ts';
import { DEFAULT_PREFIX } from './core/html.ts';

export { followAddress } from './app/follow-address.ts';
export { init } from './core/init.ts';

/**
 * Begins to look for the tags of a prefix: the loader calls it with the prefix of its address, `…/embed/v1.js?prefix=acme`, so that
 * the declarative provider works with no further script. A page that calls `init` may leave the prefix out.
 */
export function start(prefix: string | null): void {
  autoload(checkPrefix(prefix ?? DEFAULT_PREFIX), (error) => console.error(error));
}
