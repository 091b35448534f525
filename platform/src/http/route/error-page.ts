import { randomBytes } from 'node:crypto';
import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { escapeHtml } from '@tabard/email';
import { pageHeaders, shell } from '#features/identity/hosted-page';
import { fail, type App, type Failure, type PublicRoute, type RouteAnswer } from '#kernel';
import type { Exchange } from '../exchange.ts';

const codes = new Map(Object.keys(errors).map((code) => [docsPath(code as ErrorCode), code as ErrorCode])); // keys of the vocabulary

const looks = `main{max-inline-size:40rem;margin:12vh auto;padding:0 1rem}main p{margin:0 0 1rem;padding:0;max-inline-size:none;text-align:start}
h1{font-size:1.5rem;line-height:1.3}dt{font-weight:600;margin-block-start:.75rem}dd{margin:0}code{font-size:.95em}`;

/** What is true of a code whatever the request was. */
const again = {
  yes: 'The same request may work later. Wait as long as Retry-After says, or a little longer each time, and send it again with the same Idempotency-Key.',
  no: 'The same request will not work again by itself. Change what the message and the details name.',
};

/** `GET /errors/<code>`: where the `docs` of every error answer leads. It knows the code and nothing of the request. */
export const errorPageRoute: PublicRoute = {
  method: 'GET',
  path: '/errors/:code',
  auth: 'none',
  async handle(app, { params }) {
    const code = codes.get(`/errors/${params['code'] ?? ''}`) ?? fail('request.not_found');
    const { message, status, ...entry } = errors[code];
    return pageOf(app, code, message, {
      Code: `<code>${escapeHtml(code)}</code>`,
      'HTTP status': String(status),
      'Trying again': entry.retryable ? again.yes : again.no,
      'Where to look':
        'The answer has a message, a list of details that name the fields, and a requestId. Quote the requestId when you ask for help.',
    });
  },
};

/** A page in nobody's brand: a sentence and what else is known, as HTML. */
function pageOf(app: App, title: string, message: string, facts: Record<string, string>): RouteAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const { publicUrl } = app.config.http;
  const list = Object.entries(facts).map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`);
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: publicUrl, pageUrl: publicUrl }),
    body: shell(nonce, {
      lang: 'en',
      title,
      mode: 'auto',
      looks,
      body: `<main><h1>${escapeHtml(message)}</h1><dl>${list.join('')}</dl></main>`,
    }),
  };
}

/** Whether a person waits for the answer in a browser, and no program. */
export const isForPerson = ({ method, request }: Exchange): boolean =>
  method === 'GET' && (request.headers.accept ?? '').includes('text/html');

/** A failure as a page, for whoever typed or followed an address. */
export const failurePage = ({ app, requestId }: Exchange, failure: Failure): RouteAnswer => ({
  ...pageOf(app, String(failure.status), failure.message, {
    Request: `<code>${escapeHtml(requestId)}</code>`,
  }),
  status: failure.status,
});
