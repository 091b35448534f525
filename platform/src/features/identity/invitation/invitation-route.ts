import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import { acceptedLanguage, contextOf, lookRoute, proceed, showForm } from '#features/identity/sign-in';
import { shortestPassword } from '#features/identity/user';
import type { App, PublicRoute } from '#kernel';
import { acceptInvitation, readLink, requireHere, type OpenInvitation } from './accept-invitation.ts';
import { invitationWords } from './invitation-words.ts';

const path = '/invitation';

/** `GET /invitation`: where somebody who was invited comes in. Looking at it spends nothing: its script sends the code, by POST. */
export const invitationPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = invitationWords[lang];
    return showForm(app, host, {
      lang,
      words,
      action: path,
      fragment: 'code',
      gate: { action: `${path}/look`, endings: words.endings, otherwise: 'invitation.link_wrong', href: '/sign-in' },
      fields: [
        { name: 'name', label: words.name, type: 'text', autocomplete: 'name' },
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
  name: z.string().trim().min(1).max(120).optional(),
  timeZone: z.string().max(64).optional(),
});

/** `POST /invitation`: takes the link, once, signs its person in and leads to the app. */
export const invitationRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { code, password, name } = await readPagePost(app, request, body);
    const ctx = contextOf(app, request);
    const { person, workspaceId } = await acceptInvitation(ctx, { code, password, name });
    return proceed({ app, request, person, workspaceId });
  },
};

/** `POST /invitation/look`: whether the link can still be used, where it leads and what it asks. */
export const invitationLookRoute = lookRoute(path, async ({ app, code, domain, lang }) => {
  const found = await app.database.control((_em, sql) => readLink(sql, code));
  await requireHere(app, domain, found);
  const words = invitationWords[lang];
  return {
    title: words.welcome(await nameOf(app, found)),
    text: found.isKnown ? words.known(found.email) : words.unknown(found.email),
    // Who is known gives the password that they have.
    fields: found.isKnown ? { password: { label: words.password, autocomplete: 'current-password' } } : null,
  };
});

async function nameOf(app: App, { organizationId, workspaceId }: OpenInvitation): Promise<string> {
  const [row] = await app.database.readOrganization<{ name: string }>(
    workspaceId ? 'select name from workspace where id = $1' : 'select name from organization where id = $1',
    [workspaceId ?? organizationId],
  );
  return row?.name ?? '';
}
