export { sanitiseHtml, type SanitisedHtml } from './sanitise-html.ts';
export { IMPLIED_ENDS, VOID_TAGS } from './allowed-markup.ts';
export { quietCallbacks } from './quiet-callbacks.ts';
