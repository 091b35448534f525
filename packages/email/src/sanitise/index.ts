export { sanitiseHtml, type SanitisedHtml } from './sanitise-html.ts';
