import { z } from 'zod';
import { readLink, takeLink } from '#features/identity/access-link';
import { readPagePost } from '#features/identity/hosted-page';
import { findUser } from '#features/identity/user';
import { fail, type App, type PublicRoute, type ServedDomain } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { linkWords } from './link-words.ts';
import { lookRoute } from './look-route.ts';
import { proceed } from './proceed.ts';
import { requireUnder } from './require-under.ts';
import { showForm } from './show-form.ts';

const path = '/sign-in/link';

/**
 * `GET /sign-in/link`: where the link of a mail leads, in any browser: people read mail on one device and work on another. Opening it
 * spends nothing, for mails are opened by scanners, too; the button does, by POST.
 */
export const mailedLinkPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    return showForm(app, host, {
      lang,
      words: linkWords[lang].link,
      action: path,
      fragment: 'code',
      gate: {
        action: `${path}/look`,
        endings: linkWords[lang].endings,
        otherwise: 'auth.link_wrong',
        href: '/sign-in/by-mail',
      },
      fields: [],
    });
  },
};

const body = z.strictObject({ code: z.string().max(64), timeZone: z.string().max(64).optional() });

/** `POST /sign-in/link`: takes the link, once, and goes on signing in. */
export const mailedLinkRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const input = await readPagePost(app, request, body);
    const { userId } = await app.database.control((_em, sql) => takeLink(sql, 'sign-in', input.code));
    const person = { id: userId, ...(await requirePerson(app, request.host.domain, userId)) };
    return proceed({ app, request, person, workspaceId: null });
  },
};

/** `POST /sign-in/link/look`: whether the link can still be used, and as whom. */
export const mailedLinkLookRoute = lookRoute(path, async ({ app, code, domain, lang }) => {
  const { userId } = await app.database.control((_em, sql) => readLink(sql, 'sign-in', code));
  const { email } = await requirePerson(app, domain, userId);
  return { text: linkWords[lang].signInAs(email) };
});

/** The person of a link, if they have anything to do under the name at which it is used. */
async function requirePerson(app: App, domain: ServedDomain | null, userId: string) {
  await requireUnder(app, domain, userId);
  return (await findUser(app, userId)) ?? fail('auth.link_spent');
}
