import { z } from 'zod';
import { readLink } from '#features/identity/access-link';
import { takeEmail, takeEmailBack } from '#features/identity/account';
import { readPagePost } from '#features/identity/hosted-page';
import { noteSignIn } from '#features/identity/session';
import { shortestPassword } from '#features/identity/user';
import type { PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { addressWords } from './address-words.ts';
import { contextOf } from './context-of.ts';
import { linkWords } from './link-words.ts';
import { lookRoute } from './look-route.ts';
import { proceed } from './proceed.ts';
import { requireUnder } from './require-under.ts';
import { showForm } from './show-form.ts';

const path = '/sign-in/address';
const pathBack = '/sign-in/address-back';

/** `GET /sign-in/address`: where the link leads that was mailed to a new address. Opening it spends nothing; the button does, by POST. */
const addressPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = addressWords[lang];
    return showForm(app, host, {
      lang,
      words: words.confirm,
      action: path,
      fragment: 'code',
      gate: { action: `${path}/look`, endings: words.endings, otherwise: 'auth.link_wrong', href: '/sign-in' },
      fields: [],
    });
  },
};

const body = z.strictObject({ code: z.string().max(64), timeZone: z.string().max(64).optional() });

/** `POST /sign-in/address`: takes the link, once. It signs nobody in: whoever reads a mail is not always who asked for it. */
const addressRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { code } = await readPagePost(app, request, body);
    const { userId, email } = await app.database.control(async (_em, sql) => {
      const taken = await takeEmail(app, sql, code);
      await requireUnder(app, request.host.domain, taken.userId);
      return taken;
    });
    await noteSignIn(contextOf(app, request), userId, 'ok', 'account.confirmEmail');
    const words = addressWords[acceptedLanguage(request.headers['accept-language'])];
    return { body: { ending: { ...words.confirmed(email), href: '/sign-in' } } };
  },
};

/** `POST /sign-in/address/look`: whether the link can still be used, and for which address. */
const addressLookRoute = lookRoute(path, async ({ app, code, domain, lang }) => {
  const { userId, email } = await app.database.control((_em, sql) => readLink(sql, 'email', code));
  await requireUnder(app, domain, userId);
  return { text: addressWords[lang].signInAs(email ?? '') };
});

/** `GET /sign-in/address-back`: where the link leads that was mailed to a former address. */
const addressBackPageRoute: PublicRoute = {
  method: 'GET',
  path: pathBack,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const [words, { password }] = [addressWords[lang], linkWords[lang]];
    return showForm(app, host, {
      lang,
      words: { ...words.back, failures: { ...password.failures, ...words.back.failures } },
      action: pathBack,
      fragment: 'code',
      gate: { action: `${pathBack}/look`, endings: words.endings, otherwise: 'auth.link_wrong', href: '/sign-in' },
      fields: [
        {
          name: 'password',
          label: password.password,
          hint: password.passwordHint,
          type: 'password',
          autocomplete: 'new-password',
          minLength: shortestPassword,
        },
      ],
    });
  },
};

/** `POST /sign-in/address-back`: gives its person the former address back and another password, signs everybody out, and goes on signing in. */
const addressBackRoute: PublicRoute = {
  method: 'POST',
  path: pathBack,
  auth: 'none',
  async handle(app, request) {
    const { code, password } = await readPagePost(app, request, body.extend({ password: z.string().min(1).max(1024) }));
    const locale = acceptedLanguage(request.headers['accept-language']);
    const { userId, ...person } = await app.database.control(async (_em, sql) => {
      const taken = await takeEmailBack(app, sql, { code, password, locale });
      await requireUnder(app, request.host.domain, taken.userId);
      return taken;
    });
    await noteSignIn(contextOf(app, request), userId, 'ok', 'account.takeEmailBack');
    return proceed({ app, request, person: { id: userId, ...person }, workspaceId: null });
  },
};

/** `POST /sign-in/address-back/look`: whether the link can still be used, and for which address. */
const addressBackLookRoute = lookRoute(pathBack, async ({ app, code, domain, lang }) => {
  const { userId, email } = await app.database.control((_em, sql) => readLink(sql, 'email-back', code));
  await requireUnder(app, domain, userId);
  return { text: addressWords[lang].takeBack(email ?? '') };
});

/** Where links lead that are about the address a person signs in with. */
export const addressRoutes: readonly PublicRoute[] = [
  addressPageRoute,
  addressLookRoute,
  addressRoute,
  addressBackPageRoute,
  addressBackLookRoute,
  addressBackRoute,
];
