import { z } from 'zod';
import { readLink, takeLink } from '#features/identity/access-link';
import { mailNotice } from '#features/identity/account';
import { readPagePost } from '#features/identity/hosted-page';
import { endSessions, noteSignIn } from '#features/identity/session';
import { setPassword, shortestPassword } from '#features/identity/user';
import type { PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { linkWords } from './link-words.ts';
import { lookRoute } from './look-route.ts';
import { proceed } from './proceed.ts';
import { requireUnder } from './require-under.ts';
import { showForm } from './show-form.ts';

const path = '/sign-in/password';

/** `GET /sign-in/password`: where the link of the mail leads. Looking at it spends nothing: its script sends the code, by POST. */
export const newPasswordPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = linkWords[lang].password;
    return showForm(app, host, {
      lang,
      words,
      action: path,
      fragment: 'code',
      gate: {
        action: `${path}/look`,
        endings: linkWords[lang].endings,
        otherwise: 'auth.link_wrong',
        href: '/sign-in/forgotten',
      },
      fields: [
        {
          name: 'password',
          label: words.password,
          hint: words.passwordHint,
          type: 'password',
          autocomplete: 'new-password',
          minLength: shortestPassword,
        },
      ],
    });
  },
};

const body = z.strictObject({
  code: z.string().max(64),
  password: z.string().min(1).max(1024),
  timeZone: z.string().max(64).optional(),
});

/** `POST /sign-in/password`: takes the link, once, gives its person another password, ends all their sign-ins and goes on signing in. */
export const newPasswordRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const input = await readPagePost(app, request, body);
    const person = await app.database.control(async (_em, sql) => {
      const { userId } = await takeLink(sql, 'password', input.code);
      await requireUnder(app, request.host.domain, userId);
      const { email, name } = await setPassword(sql, userId, input.password);
      await endSessions(sql, userId);
      const locale = acceptedLanguage(request.headers['accept-language']);
      await mailNotice(app, sql, { userId, notice: 'passwordChanged', locale });
      return { id: userId, email, name };
    });
    await noteSignIn(contextOf(app, request), person.id, 'ok', 'sessions.choosePassword');
    return proceed({ app, request, person, workspaceId: null });
  },
};

/** `POST /sign-in/password/look`: whether the link can still be used. */
export const newPasswordLookRoute = lookRoute(path, async ({ app, code, domain }) => {
  const { userId } = await app.database.control((_em, sql) => readLink(sql, 'password', code));
  await requireUnder(app, domain, userId);
  return {};
});
