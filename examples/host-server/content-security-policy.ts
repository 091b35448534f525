/** As strict as a policy can be: no inline script or style, nothing from elsewhere but the platform's API, Trusted Types. */
export function contentSecurityPolicy(nonce: string, apiUrl: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self' ${apiUrl}`,
    `img-src 'self' data:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `report-uri /csp-report`,
  ].join('; ');
}
