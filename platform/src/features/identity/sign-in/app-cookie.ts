import type { IncomingHttpHeaders } from 'node:http';
import type { App } from '#kernel';

/**
 * The cookie that holds a person's sign-in on the app's own address. No script reads it, no other site's request carries more of it
 * than opening a page, and over https no neighbouring host can set it.
 */
const describeCookie = (app: App): CookieWords => cookieWords(app, 'app-session');

/** A cookie as it is named and kept: by the app's own address alone, where that is https. */
export interface CookieWords {
  name: string;
  attributes: string;
}
export function cookieWords({ config }: App, name: string): CookieWords {
  const safe = config.http.hostedUrl.startsWith('https:');
  return {
    name: safe ? `__Host-${name}` : name,
    attributes: `Path=/; HttpOnly; SameSite=Lax${safe ? '; Secure' : ''}`,
  };
}

/** The header that keeps a token in the browser until a moment; without a token, the one that takes it away. */
export function appCookie(app: App, session?: { token: string; expiresAt: Date }): Record<string, string> {
  const { name, attributes } = describeCookie(app);
  const expires = session?.expiresAt ?? new Date(0);
  return { 'set-cookie': `${name}=${session?.token ?? ''}; ${attributes}; Expires=${expires.toUTCString()}` };
}

/** The token that a browser sent; empty when it sent none. */
export function appToken(app: App, { cookie = '' }: IncomingHttpHeaders): string {
  const { name } = describeCookie(app);
  const found = cookie.split(';').find((each) => each.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1) ?? '';
}
