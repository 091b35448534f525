import { fromPublicId } from '@tabard/contract';
import { z } from 'zod';
import { fail, type PublicRoute } from '#kernel';
import { openHostedPage } from './open-hosted-page.ts';
import { readPagePost } from './read-page-post.ts';

const body = z.strictObject({ page: z.string().max(64), code: z.string().max(64) });

/** `POST /hosted/exchange`: a hosted page trades its code for a session. */
export const exchangeRoute: PublicRoute = {
  method: 'POST',
  path: '/hosted/exchange',
  auth: 'none',
  async handle(app, request) {
    const { page, code } = await readPagePost(app, request, body);
    const id = fromPublicId('hostedPage', page) ?? fail('hosted_page.link_spent');
    return { body: await openHostedPage(app, request.host, { id, code }) };
  },
};
