/** What a hosted page's policy is made of. */
export interface PagePolicy {
  nonce: string;
  frameOrigins: readonly string[];
  apiUrl: string;
  pageUrl: string;
}

/** The headers of a hosted page: it may run its one script, speak to the API, show pictures, and be framed by whom the host named. */
export function pageHeaders({ nonce, frameOrigins, apiUrl, pageUrl }: PagePolicy): Record<string, string> {
  const api = new URL(apiUrl).origin;
  const connect = api === new URL(pageUrl).origin ? `'self'` : `'self' ${api}`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `style-src 'nonce-${nonce}'`,
      `connect-src ${connect}`,
      // Logos, and pictures in mails once their reader allows them.
      `img-src https: data:`,
      `font-src 'self'`,
      `manifest-src 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors ${frameOrigins.length > 0 ? frameOrigins.join(' ') : `'none'`}`,
      `require-trusted-types-for 'script'`,
      `trusted-types lit-html dompurify`,
    ].join('; '),
    'cache-control': 'no-store',
    // Windows it opens, for signing in to a mailbox elsewhere, may answer; whoever opened it may not reach in.
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  };
}
