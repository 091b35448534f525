import { z } from 'zod';
import { readLink, takeLink } from '#features/identity/access-link';
import { mailNotice } from '#features/identity/account';
import { readPagePost } from '#features/identity/hosted-page';
import { noteSignIn } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { confirmIdentity } from '#features/identity/user-identity';
import { fail, type PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { linkWords } from './link-words.ts';
import { lookRoute } from './look-route.ts';
import { proceed } from './proceed.ts';
import { providerWords } from './provider-words.ts';
import { requireUnder } from './require-under.ts';
import { showForm } from './show-form.ts';

const path = '/sign-in/identity';

/** `GET /sign-in/identity`: where the link leads that asks whether an account at a provider is theirs. Opening it spends nothing. */
const pageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    return showForm(app, host, {
      lang,
      words: providerWords[lang].confirm,
      action: path,
      fragment: 'code',
      gate: {
        action: `${path}/look`,
        endings: linkWords[lang].endings,
        otherwise: 'auth.link_wrong',
        href: '/sign-in',
      },
      fields: [],
    });
  },
};

const body = z.strictObject({ code: z.string().max(64), timeZone: z.string().max(64).optional() });

/** `POST /sign-in/identity`: takes the link, once; the account signs its person in from then on, beginning with now. */
const confirmRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { code } = await readPagePost(app, request, body);
    const locale = acceptedLanguage(request.headers['accept-language']);
    const { userId, identityId } = await app.database.control(async (_em, sql) => {
      const link = await takeLink(sql, 'identity', code);
      await requireUnder(app, request.host.domain, link.userId);
      if (link.identityId === null) return fail('auth.link_spent');
      await confirmIdentity(sql, { id: link.identityId, userId: link.userId });
      await mailNotice(app, sql, { userId: link.userId, notice: 'identityAdded', locale });
      return { userId: link.userId, identityId: link.identityId };
    });
    await noteSignIn(contextOf(app, request), userId, 'ok', 'account.addIdentity');
    const person = (await findUser(app, userId)) ?? fail('auth.link_spent');
    return proceed({ app, request, person: { id: userId, ...person }, workspaceId: null, by: { identityId } });
  },
};

/** `POST /sign-in/identity/look`: whether the link can still be used, and as whom. */
const look = lookRoute(path, async ({ app, code, domain, lang }) => {
  const { userId } = await app.database.control((_em, sql) => readLink(sql, 'identity', code));
  await requireUnder(app, domain, userId);
  const { email } = (await findUser(app, userId)) ?? fail('auth.link_spent');
  return { text: linkWords[lang].signInAs(email) };
});

/** Where a person says that an account at a provider is theirs. */
export const identityLinkRoutes: readonly PublicRoute[] = [pageRoute, confirmRoute, look];
