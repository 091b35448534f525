import type { IncomingHttpHeaders } from 'node:http';
import type { App } from '#kernel';
import { cookieWords, type CookieWords } from './app-cookie.ts';

/** Seconds for which a browser keeps its half of what it was sent off with. */
const keptSeconds = 600;

/** The cookie that tells a browser that comes back from a provider from any other; no script reads it. */
const describeCookie = (app: App): CookieWords => cookieWords(app, 'sign-in-with');

/** The header that keeps the browser's half, or takes it away. */
export function browserCookie(app: App, secret?: string): Record<string, string> {
  const { name, attributes } = describeCookie(app);
  return { 'set-cookie': `${name}=${secret ?? ''}; ${attributes}; Max-Age=${secret ? keptSeconds : 0}` };
}

/** The browser's half; empty when it sent none. */
export function browserSecret(app: App, { cookie = '' }: IncomingHttpHeaders): string {
  const { name } = describeCookie(app);
  const found = cookie.split(';').find((each) => each.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1) ?? '';
}
