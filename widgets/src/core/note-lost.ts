import { msg } from '@lit/localize';
import { withPrefix } from '../base/html.ts';

/** Writes into the place of an element without code that it could not be loaded: by a rule, the host's tree is not ours. */
export function noteLost(prefix: string, tag: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const words = JSON.stringify(withPrefix(prefix, () => msg('This could not be loaded')));
  sheet.replaceSync(
    `${tag}:not(:defined){display:block;padding:24px;text-align:center;font:14px system-ui;&::after{content:${words}}}`,
  );
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}
