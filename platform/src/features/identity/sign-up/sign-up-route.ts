import { emailAddress } from '@tabard/contract';
import { oneLine } from '@tabard/contract/one-line';
import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import type { SignUpRules } from '#features/identity/organization';
import { acceptedLanguage, contextOf, lookRoute, proceed, showForm, signUpAt } from '#features/identity/sign-in';
import { hashPassword, normalizeEmail, requireStrongPassword, shortestPassword } from '#features/identity/user';
import { fail, networkOf, type App, type Host, type PublicRoute } from '#kernel';
import { beginSignUp } from './begin-sign-up.ts';
import { confirmSignUp, readLink } from './confirm-sign-up.ts';
import { signUpWords } from './sign-up-words.ts';
import { requireDomain, requirePassword } from './sign-up.rules.ts';

const path = '/sign-up';
const confirmPath = `${path}/confirm`;

/** Sign-ups that one network may begin in a quarter of an hour. */
const perNetwork = { points: 20, durationMs: 900_000 };

const requireOpen = async (app: App, { domain }: Pick<Host, 'domain'>): Promise<SignUpRules> =>
  (await signUpAt(app, domain)) ?? fail('sign_up.closed');

/** `GET /sign-up`: where somebody who was not invited creates an account, where that is open. */
export const signUpPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const rules = await signUpAt(app, host.domain);
    if (!rules) return { status: 303, headers: { location: `${host.url}/sign-in` } };
    const lang = acceptedLanguage(headers['accept-language']);
    const words = signUpWords[lang];
    return showForm(app, host, {
      lang,
      words: words.begin,
      action: path,
      links: [{ href: '/sign-in', label: words.back }],
      fields: [
        { name: 'name', label: words.name, type: 'text', autocomplete: 'name' },
        { name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
        {
          name: 'password',
          label: words.password,
          hint: words.passwordHint,
          type: 'password',
          autocomplete: 'new-password',
          minLength: shortestPassword,
        },
        ...(rules.terms
          ? [
              {
                name: 'terms',
                label: words.terms,
                type: 'checkbox' as const,
                autocomplete: 'off',
                link: { href: rules.terms.url, label: words.readTerms },
              },
            ]
          : []),
      ],
    });
  },
};

const body = z.strictObject({
  name: oneLine().min(1).max(120),
  email: emailAddress,
  password: z.string().min(1).max(1024),
  /** The value of the ticked box. */
  terms: z.string().max(10).optional(),
});

/** `POST /sign-up`: mails a link. The answer is the same for every address, and as quick. */
export const signUpRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const input = await readPagePost(app, request, body);
    const rules = await requireOpen(app, request.host);
    await limitSignUps(app, request.ip);
    const email = normalizeEmail(input.email);
    requireDomain(email, rules);
    await requirePassword(app, email);
    requireStrongPassword(input.password, [email, input.name]);
    if (rules.terms && input.terms !== 'yes') fail('sign_up.terms_required');
    const passwordHash = await hashPassword(input.password);
    const lang = acceptedLanguage(request.headers['accept-language']);
    const words = signUpWords[lang];
    beginSignUp(contextOf(app, request), {
      email,
      name: input.name,
      passwordHash,
      rules,
      appUrl: request.host.url,
      locale: lang,
    });
    return { body: { ending: { ...words.sent(email), link: words.back, href: '/sign-in' } } };
  },
};

async function limitSignUps(app: App, ip: string): Promise<void> {
  const { used, resetMs } = await app.ports.callCounter.count(`sign-ups:${networkOf(ip)}`, 1, perNetwork.durationMs);
  if (used > perNetwork.points) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
}

/** `GET /sign-up/confirm`: where the link of the mail leads. Looking at it spends nothing: its script sends the code, by POST. */
export const confirmPageRoute: PublicRoute = {
  method: 'GET',
  path: confirmPath,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = signUpWords[lang];
    return showForm(app, host, {
      lang,
      words: words.confirm,
      action: confirmPath,
      fragment: 'code',
      gate: { action: `${confirmPath}/look`, endings: words.endings, otherwise: 'sign_up.link_wrong', href: path },
      fields: [
        {
          name: 'workspace',
          label: words.workspace,
          hint: words.workspaceHint,
          type: 'text',
          autocomplete: 'organization',
        },
        {
          name: 'password',
          label: words.password,
          hint: words.confirmHint,
          type: 'password',
          autocomplete: 'current-password',
        },
      ],
    });
  },
};

const confirmBody = z.strictObject({
  code: z.string().max(64),
  workspace: oneLine().min(1).max(120),
  password: z.string().min(1).max(1024),
  timeZone: z.string().max(64).optional(),
});

/** `POST /sign-up/confirm`: takes the link, once, and opens the new workspace to whoever owns it now. */
export const confirmRoute: PublicRoute = {
  method: 'POST',
  path: confirmPath,
  auth: 'none',
  async handle(app, request) {
    const { code, password, workspace } = await readPagePost(app, request, confirmBody);
    const rules = await requireOpen(app, request.host);
    const made = await confirmSignUp(contextOf(app, request), { code, password, workspace }, rules);
    return proceed({ app, request, ...made });
  },
};

/** `POST /sign-up/confirm/look`: whether the link can still be used, and whose it is. */
export const confirmLookRoute = lookRoute(confirmPath, async ({ app, code, domain, lang }) => {
  const rules = await requireOpen(app, { domain });
  const { email } = await app.database.control((_em, sql) => readLink(sql, code, rules));
  return { text: signUpWords[lang].confirmText(email) };
});
