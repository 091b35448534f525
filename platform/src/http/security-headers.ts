import type { ServerResponse } from 'node:http';
import type { Config } from '#config';

/** Headers of every answer. Nothing here names the product or the server. Pages of ours replace the policy by their own. */
export function securityHeaders(config: Config): (response: ServerResponse) => void {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    ['Cross-Origin-Resource-Policy', 'same-site'],
    ['Cache-Control', 'no-store'],
  ];
  if (config.http.publicUrl.startsWith('https:'))
    headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']);
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}
