import { z } from 'zod';
import { belongsUnder } from '#features/identity/address';
import { readPagePost } from '#features/identity/hosted-page';
import { awaitAnswer, beginRequest, takeRequest } from '#features/identity/sign-in-request';
import { findUser } from '#features/identity/user';
import { fail, networkOf, type App, type PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { deskWords } from './desk-words.ts';
import { openWorkspace } from './proceed.ts';
import { showForm } from './show-form.ts';

const path = '/sign-in/phone';

/** Codes that one network may ask for in a quarter of an hour. */
const perNetwork = { points: 60, durationMs: 900_000 };

/** `GET /sign-in/phone`: a page that shows a code for a phone that is signed in here. Its script asks for it. */
const pageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = deskWords[lang];
    const links = [{ href: '/sign-in', label: words.back }];
    return showForm(app, host, { lang, words, action: path, desk: words, links, fields: [] });
  },
};

/** `POST /sign-in/phone`: a code to show, and the secret that the browser is signed in by once it is approved. */
const beginRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    await readPagePost(app, request, z.strictObject({}));
    await limitAsking(app, request.ip);
    const { host, ip, headers } = request;
    const asking = { ip, userAgent: headers['user-agent'] ?? null, domain: host.domain };
    const { code, ...shown } = await app.database.control((_em, sql) =>
      // Behind the # it is in no request and no log.
      beginRequest(app, sql, asking, (letters) => `${host.url}/sign-in/approve#${letters}`),
    );
    return { body: { shown: { ...shown, letters: code } } };
  },
};

async function limitAsking(app: App, ip: string): Promise<void> {
  const counted = await app.ports.callCounter.count(`phone:${networkOf(ip)}`, 1, perNetwork.durationMs);
  if (counted.used > perNetwork.points) fail('rate_limit.exceeded', { retryAfter: Math.ceil(counted.resetMs / 1000) });
}

const waitBody = z.strictObject({ token: z.string().max(64), opened: z.boolean() });

/** `POST /sign-in/phone/wait`: answers when there is news, at the latest after half a minute; an approved browser is signed in, once. */
const waitRoute: PublicRoute = {
  method: 'POST',
  path: `${path}/wait`,
  auth: 'none',
  async handle(app, request) {
    const { token, opened } = await readPagePost(app, request, waitBody);
    const { host, signal } = request;
    const answer = await awaitAnswer(app, { token, domain: host.domain, opened, signal });
    if (answer.kind === 'waiting') return { body: {} };
    if (answer.kind === 'opened') return { body: { number: answer.number } };
    if (!(await takeRequest(app, answer.id))) return fail('sign_in_request.ended');
    const { userId, sessionId: approvedBy } = answer;
    const person = (await findUser(app, userId)) ?? fail('sign_in_request.ended');
    if (!(await belongsUnder(app, host.domain, userId))) fail('sign_in_request.ended');
    return openWorkspace({ app, request, person: { id: userId, ...person }, workspaceId: null, by: { approvedBy } });
  },
};

/** Where a browser waits for a phone. */
export const phoneRoutes: readonly PublicRoute[] = [pageRoute, beginRoute, waitRoute];
