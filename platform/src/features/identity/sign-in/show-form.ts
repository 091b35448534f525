import type { Language } from '@tabard/contract';
import { randomBytes } from 'node:crypto';
import { pageHeaders } from '#features/identity/hosted-page';
import type { App, RouteAnswer } from '#kernel';
import { formDocument, type FormPage } from './sign-in-document.ts';
import { stepWords } from './step-words.ts';

/** A form of ours as a page, under a policy of its own. */
export function showForm(
  app: App,
  page: Omit<FormPage, 'nonce' | 'origin' | 'steps' | 'lang'> & { lang: Language },
): RouteAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const { hostedUrl } = app.config.http;
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: hostedUrl, pageUrl: hostedUrl }),
    body: formDocument({ nonce, origin: new URL(hostedUrl).origin, steps: stepWords[page.lang], ...page }),
  };
}
