import { emailAddress } from '@tabard/contract';
import { z } from 'zod';
import { sendLink } from '#features/identity/access-link';
import { readPagePost } from '#features/identity/hosted-page';
import { fail, networkOf, type App, type PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { askingWords } from './asking-words.ts';
import { showForm } from './show-form.ts';

const body = z.strictObject({ email: emailAddress });

/** Links that one network may ask for in a quarter of an hour. */
const perNetwork = { points: 20, durationMs: 900_000 };

/** A page that asks for an address, and what it posts. The answer is the same for every address, and as quick. */
function askingRoutes(path: string, purpose: 'password' | 'sign-in'): PublicRoute[] {
  const wordsOf = (header: string | undefined) => {
    const lang = acceptedLanguage(header);
    return { lang, words: askingWords[lang][purpose === 'password' ? 'forgotten' : 'byMail'] };
  };
  return [
    {
      method: 'GET',
      path,
      auth: 'none',
      async handle(app, { headers, host }) {
        const { lang, words } = wordsOf(headers['accept-language']);
        return showForm(app, host, {
          lang,
          words,
          action: path,
          links: [{ href: '/sign-in', label: words.back }],
          fields: [{ name: 'email', label: words.email, type: 'email', autocomplete: 'username' }],
        });
      },
    },
    {
      method: 'POST',
      path,
      auth: 'none',
      async handle(app, request) {
        const { email } = await readPagePost(app, request, body);
        await limitAsking(app, request.ip);
        const { lang, words } = wordsOf(request.headers['accept-language']);
        sendLink(contextOf(app, request), { email, purpose, locale: lang });
        return { body: { ending: { ...words.sent(email), link: words.back, href: '/sign-in' } } };
      },
    },
  ];
}

async function limitAsking(app: App, ip: string): Promise<void> {
  const { used, resetMs } = await app.ports.callCounter.count(`links:${networkOf(ip)}`, 1, perNetwork.durationMs);
  if (used > perNetwork.points) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
}

/** Where whoever has forgotten their password asks for a link to choose another, or wants to sign in by a mail instead. */
export const askForLinkRoutes: readonly PublicRoute[] = [
  ...askingRoutes('/sign-in/forgotten', 'password'),
  ...askingRoutes('/sign-in/by-mail', 'sign-in'),
];
