import type { Language, Uuid } from '@tabard/contract';
import { z } from 'zod';
import { brandUnder, readPagePost } from '#features/identity/hosted-page';
import { deviceOf, noteSignIn } from '#features/identity/session';
import { approveRequest, openRequest, refuseRequest, type Answering } from '#features/identity/sign-in-request';
import { findUser } from '#features/identity/user';
import { fail, networkOf, type App, type PublicRoute, type RouteRequest } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { findOwnWorkspaces } from './find-own-workspaces.ts';
import { approveWords } from './approve-words.ts';
import { showForm } from './show-form.ts';
import { signedIn } from './signed-in.ts';

const path = '/sign-in/approve';

/** Codes that one person may try in a quarter of an hour. */
const perPerson = { points: 30, durationMs: 900_000 };

/** `GET /sign-in/approve`: where the code of another screen leads a phone. Who is not signed in on it does that first. */
const pageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, request) {
    const { headers, host } = request;
    // Browsers keep what stands behind the # over this.
    if (!(await signedIn(app, request)))
      return { status: 303, headers: { location: `${host.url}/sign-in?to=${encodeURIComponent(path)}` } };
    const lang = acceptedLanguage(headers['accept-language']);
    const words = approveWords[lang];
    return showForm(app, host, {
      lang,
      words,
      action: `${path}/look`,
      approve: words,
      fields: [{ name: 'letters', label: words.code, hint: words.codeHint, type: 'text', autocomplete: 'off' }],
    });
  },
};

const letters = z.string().trim().min(1).max(32);

/** Who answers; tries are counted. */
async function requireAnswering(app: App, request: RouteRequest): Promise<Answering> {
  const { sessionId, userId } = (await signedIn(app, request)) ?? fail('auth.required');
  const { used, resetMs } = await app.ports.callCounter.count(`approve:${userId}`, 1, perPerson.durationMs);
  if (used > perPerson.points) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
  return { userId, sessionId, domainId: request.host.domain?.id ?? null };
}

/** `POST /sign-in/approve/look`: what asks to be signed in, from where and when, and as whom and where it would be. */
const lookRoute: PublicRoute = {
  method: 'POST',
  path: `${path}/look`,
  auth: 'none',
  async handle(app, request) {
    const { letters: code } = await readPagePost(app, request, z.strictObject({ letters }));
    const who = await requireAnswering(app, request);
    const asking = await openRequest(app, who, code);
    const [person, brand] = await Promise.all([findUser(app, who.userId), brandUnder(app, request.host.domain)]);
    const lang = acceptedLanguage(request.headers['accept-language']);
    const { rows } = approveWords[lang];
    const { browser, system } = deviceOf(asking.userAgent);
    const isNear = networkOf(asking.ip) === networkOf(request.ip);
    const { hostname } = new URL(request.host.url);
    const asks = [
      [rows.browser, [browser ?? rows.unknown, system].filter(Boolean).join(' · ')],
      [rows.network, isNear ? `${asking.ip} (${rows.near})` : `${asking.ip} (${rows.far})`],
      [rows.when, agoIn(lang, asking.createdAt)],
      [rows.place, brand ? `${brand.displayName} · ${hostname}` : hostname],
      [rows.person, person?.email ?? ''],
    ];
    return { body: { asks } };
  },
};

/** How long ago something was, within minutes. */
function agoIn(lang: Language, at: Date): string {
  const seconds = Math.max(1, Math.round((Date.now() - at.getTime()) / 1000));
  return new Intl.RelativeTimeFormat(lang).format(-seconds, 'second');
}

/** `POST /sign-in/approve`: signs the other screen in, if it is the number that it shows. */
const approveRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const body = z.strictObject({ letters, number: z.int().min(0).max(99) });
    const { letters: code, number } = await readPagePost(app, request, body);
    const who = await requireAnswering(app, request);
    const note = (outcome: string) =>
      noteSignIn(contextOf(app, request), who.userId, outcome, 'sessions.approveSignIn');
    await approveRequest(app, who, code, number).catch(async (error: unknown) => {
      await note('sign_in_request.wrong_number');
      throw error;
    });
    await note('ok');
    return ending(app, request, who.userId, 'approved');
  },
};

/** `POST /sign-in/approve/refuse`: signs nobody in, and says so on the other screen. */
const refuseRoute: PublicRoute = {
  method: 'POST',
  path: `${path}/refuse`,
  auth: 'none',
  async handle(app, request) {
    const { letters: code } = await readPagePost(app, request, z.strictObject({ letters }));
    const who = await requireAnswering(app, request);
    await refuseRequest(app, who, code);
    await noteSignIn(contextOf(app, request), who.userId, 'ok', 'sessions.refuseSignIn');
    return ending(app, request, who.userId, 'refused');
  },
};

async function ending(app: App, request: RouteRequest, userId: Uuid, which: 'approved' | 'refused') {
  const words = approveWords[acceptedLanguage(request.headers['accept-language'])];
  const [first] = await findOwnWorkspaces(app, { userId, domain: request.host.domain }, 1);
  return { body: { ending: { ...words[which], link: words.home, href: first ? `/app/${first.id}` : '/sign-in' } } };
}

/** Where a phone approves. */
export const approveRoutes: readonly PublicRoute[] = [pageRoute, lookRoute, approveRoute, refuseRoute];
