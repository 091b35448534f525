import { randomBytes } from 'node:crypto';
import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { escapeHtml } from '@tabard/email';
import type { Brand } from '@tabard/contract';
import { brandedShell, brandHeader, brandUnder, pageHeaders, shell } from '#features/identity/hosted-page';
import { fail, type App, type Failure, type Host, type PublicRoute, type RouteAnswer } from '#kernel';
import type { Exchange } from '../exchange.ts';

const codes = new Map(Object.keys(errors).map((code) => [docsPath(code as ErrorCode), code as ErrorCode])); // keys of the vocabulary

const looks = `main{max-inline-size:40rem;margin:12vh auto;padding:0 1rem}main p{margin:0 0 1rem;padding:0;max-inline-size:none;text-align:start}
h1{font-size:1.5rem;line-height:1.3}dt{font-weight:600;margin-block-start:.75rem}dd{margin:0}code{font-size:.95em}`;

/** What is true of a code whatever the request was. */
const again = {
  yes: 'The same request may work later. Wait as long as Retry-After says, or a little longer each time, and send it again with the same Idempotency-Key.',
  no: 'The same request will not work again by itself. Change what the message and the details name.',
};

/** How the addresses of these pages begin. */
export const errorPrefix = '/errors/';

/** `GET /errors/<code>`: where the `docs` of every error answer leads. It knows the code and nothing of the request. */
export const errorPageRoute: PublicRoute = {
  method: 'GET',
  path: `${errorPrefix}:code`,
  auth: 'none',
  under: 'all',
  async handle(app, { params, host }) {
    const code = codes.get(`/errors/${params['code'] ?? ''}`) ?? fail('request.not_found');
    const { message, status, ...entry } = errors[code];
    return pageOf(await placeOf(app, host), code, message, {
      Code: `<code>${escapeHtml(code)}</code>`,
      'HTTP status': String(status),
      'Trying again': entry.retryable ? again.yes : again.no,
      'Where to look':
        'The answer has a message, a list of details that name the fields, and a requestId. Quote the requestId when you ask for help.',
    });
  },
};

/** Where a page is shown, and in whose brand; in nobody's under the installation's own names. */
interface PagePlace {
  url: string;
  brand: Brand | null;
}

async function placeOf(app: App, { url, domain }: Host): Promise<PagePlace> {
  // The page goes out in nobody's brand rather than not at all.
  return { url, brand: await brandUnder(app, domain).catch(() => null) };
}

/** A sentence and what else is known, as HTML. */
function pageOf({ url, brand }: PagePlace, title: string, message: string, facts: Record<string, string>): RouteAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const list = Object.entries(facts).map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`);
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: url, pageUrl: url }),
    body: shell(nonce, {
      lang: 'en',
      title,
      ...brandedShell(brand, looks),
      body: `${brandHeader(brand)}<main><h1>${escapeHtml(message)}</h1><dl>${list.join('')}</dl></main>`,
    }),
  };
}

/** Whether a person waits for the answer in a browser, and no program. */
export const isForPerson = ({ method, request }: Exchange): boolean =>
  method === 'GET' && (request.headers.accept ?? '').includes('text/html');

/** A failure as a page, for whoever typed or followed an address. */
export async function failurePage({ app, host, requestId }: Exchange, failure: Failure): Promise<RouteAnswer> {
  const place = await placeOf(app, host);
  const facts = { Request: `<code>${escapeHtml(requestId)}</code>` };
  return { ...pageOf(place, String(failure.status), failure.message, facts), status: failure.status };
}
