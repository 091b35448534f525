import type { App } from '#kernel';

/** Whether an origin is a page on this very computer: nothing of it crosses a network. */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Whether a page may use a session: its origin was named; on a developer's computer any page of that computer may. */
export function mayEmbed(app: App, origins: readonly string[], origin: string | undefined): boolean {
  if (origin === undefined) return false;
  return origins.includes(origin) || (app.config.http.embedDevelopment && isLocalOrigin(origin));
}
