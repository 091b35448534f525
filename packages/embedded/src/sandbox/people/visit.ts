import { Agent, fetch } from 'undici';
import { draw } from './behaviour.ts';

const PEOPLE = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.3.0',
];
// What privacy proxies of two large providers present themselves as.
const PROXIES = [
  'Mozilla/5.0',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
];

/** The mail program or proxy an address always uses. */
export function userAgentFor(seed: string | number, address: string, machine: boolean): string {
  const list = machine ? PROXIES : PEOPLE;
  return list[Math.floor(draw(seed, address, 'agent') * list.length)]!;
}

// Whatever the name says, the connection goes to this machine: a simulated person must never knock at a stranger's door.
const loopback = new Agent({
  connect: {
    rejectUnauthorized: false,
    lookup: (_name, options, done) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  },
});

/** Whether an address leads to this machine. */
function isLoopback(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

export interface Visit {
  /** What happened, for the timeline: `200 http://localhost:4000/x` or why it was not fetched. */
  outcome: string;
  status: number;
  url: string;
  body: string;
}

/** Fetches an address and follows redirects, but never leaves this machine. */
export async function visit(
  address: string,
  options: { userAgent: string; post?: URLSearchParams; signal: AbortSignal },
): Promise<Visit> {
  let url = new URL(address);
  let post = options.post;
  for (let hop = 0; hop < 10; hop++) {
    if (!isLoopback(url))
      return { outcome: `not fetched, outside this machine: ${url.href}`, status: 0, url: url.href, body: '' };
    const answer = await fetch(url, {
      method: post ? 'POST' : 'GET',
      body: post,
      headers: { 'user-agent': options.userAgent },
      redirect: 'manual',
      dispatcher: loopback,
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(10_000)]),
    });
    const body = await answer.text();
    const next = answer.headers.get('location');
    if (answer.status < 300 || answer.status > 399 || !next) {
      return { outcome: `${answer.status} ${url.href}`, status: answer.status, url: url.href, body };
    }
    url = new URL(next, url);
    if (answer.status !== 307 && answer.status !== 308) post = undefined;
  }
  return { outcome: `too many redirects: ${url.href}`, status: 0, url: url.href, body: '' };
}
