import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailLinks, type LinkClaim, type LinkKind } from '#features/outreach/tracking';
import { endUnread, newId, readBody, type App, type FastRoute } from '#kernel';
import { isMachineRequest } from './link.rules.ts';
import { plainBrand, readBrand } from './read-brand.ts';
import { pageHeaders, unsubscribePage, type PageState } from './unsubscribe-page.ts';
import { unsubscribeRecipient } from './unsubscribe-recipient.ts';
import { VisitBuffer } from './visit-buffer.ts';

/** The smallest transparent picture: 43 bytes. As a string it leaves in one write with the headers. */
const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64').toString('latin1');
const gifHeaders = ['Content-Type', 'image/gif', 'Content-Length', String(gif.length), 'Cache-Control', 'no-store'];
const kinds: Readonly<Record<string, LinkKind>> = { o: 'open', c: 'click', u: 'unsubscribe' };
/** Largest form that is read; one that is larger ends its connection. */
const longestForm = 4_096;

/** Answers the links of mails straight from node:http: with nothing but the token for opens and clicks. */
export const linkRoute: FastRoute = {
  prefixes: ['/o/', '/c/', '/u/'],
  start(app: App) {
    const links = mailLinks(app);
    const visits = new VisitBuffer(app);
    const visit = (kind: 'open' | 'click', { method, headers }: IncomingMessage, claim: LinkClaim) =>
      visits.add({
        ...claim,
        id: newId(),
        kind,
        at: new Date(),
        machine: isMachineRequest(method, headers['user-agent']),
      });

    /** Pictures asked for in one turn of the event loop leave together: a proxy in front is woken once for all of them. */
    const seen: ServerResponse[] = [];
    const sendPictures = () => {
      for (const response of seen.splice(0)) response.writeHead(200, gifHeaders).end(gif, 'latin1');
    };
    const answers: Record<LinkKind, (request: IncomingMessage, response: ServerResponse, claim: LinkClaim) => void> = {
      open(request, response, claim) {
        visit('open', request, claim);
        if (seen.push(response) === 1) setImmediate(sendPictures);
      },
      click(request, response, claim) {
        visit('click', request, claim);
        response
          .writeHead(302, ['Location', headerSafe(claim.url), 'Content-Length', '0', 'Cache-Control', 'no-store'])
          .end();
      },
      unsubscribe(request, response, claim) {
        const page = async (status: number, state: PageState) =>
          sendPage(response, status, state, await brandOf(app, claim));
        const work =
          request.method === 'POST'
            ? readForm(request)
                .then(() => unsubscribeRecipient(app, claim))
                .then((known) => (known ? page(200, 'done') : page(404, 'invalid')))
            : page(200, 'ask');
        work.catch((error: unknown) => {
          app.log.error({ err: error }, 'an unsubscribe link could not be answered');
          if (!response.headersSent) sendPage(response.setHeader('retry-after', '60'), 503, 'later', plainBrand);
        });
      },
    };

    return {
      answer(request: IncomingMessage, response: ServerResponse): void {
        const path = request.url ?? '';
        const kind = kinds[path[1] ?? ''];
        const allowed = kind === 'unsubscribe' ? 'GET, HEAD, POST' : 'GET, HEAD';
        if (!allowed.includes(request.method ?? '')) return void response.writeHead(405, { allow: allowed }).end();
        const query = path.indexOf('?');
        const end = query === -1 ? path.length : query;
        const token = path.slice(3, kind === 'open' && path.endsWith('.gif', end) ? end - 4 : end);
        const claim = kind ? links.verify(kind, token) : null;
        if (claim && kind) return answers[kind](request, response, claim);
        if (kind === 'open') response.writeHead(404, { 'content-length': '0' }).end();
        else sendPage(response, 404, 'invalid', plainBrand);
      },
      stop: () => visits.stop(),
    };
  },
};

/**
 * The links of mails for a server of one's own: says whether the request was one of them and is answered. `stop` stores what
 * still waits.
 */
export function trackingHandler(
  app: App,
): ((request: IncomingMessage, response: ServerResponse) => boolean) & { stop(): Promise<void> } {
  const route = linkRoute.start(app);
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (path[2] !== '/' || kinds[path[1] ?? ''] === undefined) return false;
    endUnread(request, response);
    route.answer(request, response);
    return true;
  };
  return Object.assign(handle, { stop: () => route.stop() });
}

/** The page goes out in the plain brand rather than not at all. */
async function brandOf(app: App, claim: LinkClaim) {
  return readBrand(app, claim.workspaceId).catch(() => plainBrand);
}

function sendPage(
  response: ServerResponse,
  status: number,
  state: PageState,
  brand: Parameters<typeof unsubscribePage>[1],
) {
  response.writeHead(status, pageHeaders).end(unsubscribePage(state, brand));
}

/** An address as a header may carry it: as it was signed, what is not ASCII percent-encoded. */
function headerSafe(url: string): string {
  return url.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/**
 * Takes in the form that came with the token. What it says does not matter, nor whether it ends in time: every POST to the way out means
 * the same (RFC 8058).
 */
async function readForm(request: IncomingMessage): Promise<void> {
  await readBody(request, longestForm).catch(() => undefined);
}
