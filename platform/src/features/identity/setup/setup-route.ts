import { emailAddress } from '@tabard/contract';
import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import { acceptedLanguage, contextOf, lookRoute, proceed, showForm } from '#features/identity/sign-in';
import { shortestPassword } from '#features/identity/user';
import type { PublicRoute } from '#kernel';
import { finishSetup, readLink } from './finish-setup.ts';
import { unnamed } from './setup.rules.ts';
import { setupWords } from './setup-words.ts';

const path = '/setup';

/** `GET /setup`: where the first person chooses a password. Looking at it spends nothing: its script sends the code, by POST. */
export const setupPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  under: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = setupWords[lang];
    const [known] = await app.database.readOrganization<{ is_known: boolean; is_named: boolean }>(
      `select s.user_id is not null as is_known, o.name <> $1 as is_named
         from setup s join organization o on o.id = s.organization_id`,
      [unnamed],
    );
    const password = {
      name: 'password',
      label: words.password,
      hint: words.passwordHint,
      type: 'password',
      autocomplete: 'new-password',
      minLength: shortestPassword,
    } as const;
    const organization = {
      name: 'organization',
      label: words.organization,
      hint: words.organizationHint,
      type: 'text',
      autocomplete: 'organization',
    } as const;
    return showForm(app, host, {
      lang,
      words,
      action: path,
      fragment: 'code',
      gate: {
        action: `${path}/look`,
        endings: { 'setup.link_spent': words.spent },
        otherwise: 'setup.link_spent',
        href: '/sign-in',
      },
      fields: known?.is_known
        ? [password]
        : [
            ...(known?.is_named ? [] : [organization]),
            {
              name: 'postalAddress',
              label: words.postalAddress,
              hint: words.postalAddressHint,
              type: 'text',
              autocomplete: 'street-address',
            },
            { name: 'name', label: words.name, type: 'text', autocomplete: 'name' },
            { name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
            password,
          ],
    });
  },
};

const name = z.string().trim().min(1).max(120);
const body = z.strictObject({
  code: z.string().max(64),
  password: z.string().min(1).max(1024),
  organization: name.optional(),
  name: name.optional(),
  email: emailAddress.optional(),
  postalAddress: z.string().trim().min(1).max(500).optional(),
  timeZone: z.string().max(64).optional(),
});

/** `POST /setup`: takes the link, once, signs its person in and leads to the app. */
export const setupRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  under: 'none',
  async handle(app, request) {
    const input = await readPagePost(app, request, body);
    const ctx = contextOf(app, request);
    const person = await finishSetup(ctx, { ...input, locale: acceptedLanguage(request.headers['accept-language']) });
    return proceed({ app, request, person, workspaceId: null });
  },
};

/** `POST /setup/look`: whether the link can still be used. */
export const setupLookRoute: PublicRoute = {
  ...lookRoute(path, async ({ app, code }) => {
    await app.database.control((_em, sql) => readLink(sql, code));
    return {};
  }),
  under: 'none',
};
