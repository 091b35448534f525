export { followAddress } from './app/follow-address.ts';
export { init } from './core/init.ts';
import { autoload } from './core/autoload.ts';
import { checkPrefix, defineElement } from './core/define-element.ts';
import { DEFAULT_PREFIX } from './core/html.ts';
import { Provider } from './core/provider.ts';

/**
 * The one script of a page. The prefix is read from its address, `…/embed/v1.js?prefix=acme`, so that the declarative
 * provider works with no further script; a page that calls `init` may leave it out.
 */
const prefix = checkPrefix(new URL(import.meta.url).searchParams.get('prefix') ?? DEFAULT_PREFIX);
defineElement(prefix, Provider);
if (document.querySelector(`${prefix}-provider`)) autoload(prefix, () => undefined);
