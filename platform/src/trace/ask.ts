import type { Inspection, Viewer } from './inspection.ts';

/** What is asked of the installation. */
export interface Question {
  /** A bearer token: of a sign-in, an embed session, a key. */
  token?: string;
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  raw?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** How long an answer may take; the check runs on busy machines. */
const patienceMs = 60_000;

/** Asks as somebody, and looks at the whole answer, headers and all. Redirects are looked at and not followed. */
export type Ask = (viewer: Viewer, path: string, question?: Question) => Promise<Answer>;

export function asker(url: string, inspection: Inspection, signal: AbortSignal): Ask {
  return async (viewer, path, { token, method, headers, json, raw } = {}) => {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(new URL(path, url), {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    inspection.look(viewer, `${method ?? (body === undefined ? 'GET' : 'POST')} ${path}`, wholeOf(response, text));
    return { status: response.status, headers: response.headers, text: Buffer.from(text, 'latin1').toString('utf8') };
  };
}

/** An answer as it came: its status, its headers, its bytes. */
export function wholeOf({ status, statusText, headers }: Response, text: string): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  return `${status} ${statusText}\n${lines.join('\n')}\n\n${text}`;
}

/** The cookie that an answer sets, as the browser sends it back. */
export const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';
