import { widgetNames, type WidgetName } from '@tabard/contract/widget-names';

/** What a host chooses before it embeds. */
export interface EmbedChoice {
  widget: WidgetName;
  /** First word of every tag. */
  prefix: string;
  theme: 'light' | 'dark' | 'auto';
  /** Origin of the platform, such as https://api.agency.example. */
  apiUrl: string;
  /** Origin of the host's page, such as https://portal.agency.example. */
  origin: string;
}

/** A choice to begin with. */
export const firstChoice: EmbedChoice = {
  widget: 'inbox',
  prefix: 'acme',
  theme: 'auto',
  apiUrl: 'https://api.agency.example',
  origin: 'https://portal.agency.example',
};

/** Every element that can be chosen. */
export const choosable = widgetNames;

/** Where the host's server answers with a session. */
export const tokenPath = '/outreach-session';

/** The whole of what a page needs. */
export function pageSnippet({ widget, prefix, theme, apiUrl }: EmbedChoice): string {
  const looks = theme === 'auto' ? '' : ` theme="${theme}"`;
  return `<script type="module" async src="${apiUrl}/embed/v1.js?prefix=${prefix}"></script>

<${prefix}-provider base-url="${apiUrl}" token-endpoint="${tokenPath}"${looks}>
  <${prefix}-${widget}></${prefix}-${widget}>
</${prefix}-provider>`;
}

/** What a page's policy must allow, and nothing more. */
export function policySnippet({ apiUrl }: EmbedChoice): string {
  return `Content-Security-Policy: default-src 'none'; script-src 'nonce-…' 'strict-dynamic'; style-src 'self' 'nonce-…';
  connect-src 'self' ${apiUrl}; img-src 'self' data:; require-trusted-types-for 'script'`;
}
