import type { followAddress as follow } from './app/follow-address.ts';
import { addLoader, autoload } from './core/autoload.ts';
import { checkPrefix } from './base/define-element.ts';
import { DEFAULT_PREFIX } from './base/html.ts';

export { isSupported } from './core/browser-support.ts';
export { init } from './core/init.ts';
// Nearly every element is made of these: with the runtime they cost no request of their own.
export { ListQuery } from './core/list-query.ts';
export { Widget } from './core/widget.ts';
export { state } from './base/decorators.ts';

/** Ties an app to the address of the page; its code comes when it is asked for. */
export const followAddress = async (...given: Parameters<typeof follow>): Promise<() => void> =>
  (await import('./app/follow-address.ts')).followAddress(...given);

/**
 * Begins to look for the tags of a prefix: the loader calls it with the prefix of its address, `…/embed/v1.js?prefix=acme`, so that
 * the declarative provider works with no further script. A page that calls `init` may leave the prefix out.
 */
export function start(prefix: string | null): void {
  addLoader('provider', () => import('./core/provider.ts'));
  addLoader('frame', () => import('./core/frame.ts'));
  addLoader('hosted-page', () => import('./core/hosted-page.ts'));
  addLoader('signed-in-page', () => import('./app/signed-in-page.ts'));
  autoload(checkPrefix(prefix ?? DEFAULT_PREFIX), (error) => console.error(error));
}
