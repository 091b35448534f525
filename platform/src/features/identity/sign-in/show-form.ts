import type { Language } from '@tabard/contract';
import { randomBytes } from 'node:crypto';
import { brandUnder, pageHeaders } from '#features/identity/hosted-page';
import type { App, Host, RouteAnswer } from '#kernel';
import { formDocument, type FormPage } from './sign-in-document.ts';
import { stepWords } from './step-words.ts';

/** A form of ours as a page, under a policy of its own; under somebody's host name in their brand. */
export async function showForm(
  app: App,
  { url, domain }: Host,
  page: Omit<FormPage, 'nonce' | 'origin' | 'steps' | 'lang' | 'brand'> & { lang: Language },
): Promise<RouteAnswer> {
  const nonce = randomBytes(16).toString('base64url');
  const brand = await brandUnder(app, domain);
  return {
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: url, pageUrl: url }),
    body: formDocument({ nonce, brand, origin: new URL(url).origin, steps: stepWords[page.lang], ...page }),
  };
}
