import { randomBytes } from 'node:crypto';
import { emailAddress, idInput } from '@tabard/contract';
import { z } from 'zod';
import { pageHeaders, readPagePost } from '#features/identity/hosted-page';
import { noteSignIn, recognize } from '#features/identity/session';
import type { App, PublicRoute, RequestContext, RouteAnswer, RouteRequest } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { openApp } from './open-app.ts';
import { formDocument, type FormPage } from './sign-in-document.ts';
import { signInWords } from './sign-in-words.ts';

const path = '/sign-in';

/** `GET /sign-in`: where a person without a portal of their own opens the app. Looking at it changes nothing. */
export const signInPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = signInWords[lang];
    return showForm(app, {
      lang,
      words,
      action: path,
      fields: [
        { name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
        { name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' },
      ],
    });
  },
};

const body = z.strictObject({
  email: emailAddress,
  password: z.string().min(1).max(1024),
  workspaceId: idInput('workspace').optional(),
});

/** `POST /sign-in`: the address of the app, in which the browser is signed in from now on, or the workspaces to choose from. */
export const signInRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { workspaceId, ...claimed } = await readPagePost(app, request, body);
    const ctx = contextOf(app, request);
    const person = await recognize(ctx, claimed);
    const opened = await openApp(app, person, workspaceId ?? null);
    await noteSignIn(ctx, person.id, 'ok');
    return opened;
  },
};

/** A form of ours as a page, under a policy of its own. */
export function showForm(app: App, page: Omit<FormPage, 'nonce'>): RouteAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const { hostedUrl } = app.config.http;
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: hostedUrl, pageUrl: hostedUrl }),
    body: formDocument({ nonce, ...page }),
  };
}

/** What is known of somebody who is not known yet. */
export const contextOf = (app: App, { ip, requestId, headers }: RouteRequest): RequestContext => ({
  app,
  requestId,
  ip,
  principal: null,
  workspaceId: null,
  userAgent: headers['user-agent'] ?? null,
  idempotencyKey: null,
});
