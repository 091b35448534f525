import type { Language } from '@tabard/contract';
import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import type { App, PublicRoute, ServedDomain } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';

/** A link that a page of ours looks at before it shows its form. */
interface Looked {
  app: App;
  code: string;
  domain: ServedDomain | null;
  lang: Language;
}

/** `POST <path>/look`: whether the link can still be used, and what the form says then; `look` spends nothing, and refuses one that cannot. */
export const lookRoute = (path: string, look: (link: Looked) => Promise<object>): PublicRoute => ({
  method: 'POST',
  path: `${path}/look`,
  auth: 'none',
  async handle(app, request) {
    const { code } = await readPagePost(app, request, z.strictObject({ code: z.string().max(64) }));
    const { domain } = request.host;
    return { body: await look({ app, code, domain, lang: acceptedLanguage(request.headers['accept-language']) }) };
  },
});
