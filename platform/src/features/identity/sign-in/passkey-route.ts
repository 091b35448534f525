import { idInput } from '@tabard/contract';
import { usedPasskey } from '@tabard/contract/identity/account';
import { z } from 'zod';
import { mailNotice } from '#features/identity/account';
import { belongsUnder } from '#features/identity/address';
import { readPagePost } from '#features/identity/hosted-page';
import { beginUnlocking, recognizePasskey } from '#features/identity/passkey';
import { noteSignIn } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { fail, type PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { openWorkspace } from './proceed.ts';

const path = '/sign-in/passkey';

/** `POST /sign-in/passkey/begin`: what the browser finds a passkey by. Whose it will be, nobody knows yet. */
const beginRoute: PublicRoute = {
  method: 'POST',
  path: `${path}/begin`,
  auth: 'none',
  async handle(app, request) {
    await readPagePost(app, request, z.strictObject({}));
    return { body: { options: await beginUnlocking(app, request.host) } };
  },
};

const body = z.strictObject({ credential: usedPasskey, workspaceId: idInput('workspace').optional() });

/**
 * `POST /sign-in/passkey`: signs in whose passkey it is. It is two things at once, a device and what unlocks it, so no code is asked for
 * after it. Strangers, people of elsewhere and passkeys that were copied are answered alike.
 */
const passkeyRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { credential, workspaceId } = await readPagePost(app, request, body);
    const { id: passkeyId, userId, isDoubtful, isNewlyDoubted } = await recognizePasskey(app, request.host, credential);
    const ctx = contextOf(app, request);
    if (isNewlyDoubted) {
      const locale = acceptedLanguage(request.headers['accept-language']);
      await app.database.control((_em, sql) => mailNotice(app, sql, { userId, notice: 'passkeyDoubted', locale }));
    }
    const person = await findUser(app, userId);
    if (isDoubtful || !person || !(await belongsUnder(app, request.host.domain, userId))) {
      void noteSignIn(ctx, userId, 'auth.passkey_refused');
      return fail('auth.passkey_refused');
    }
    const by = { passkeyId };
    return openWorkspace({ app, request, person: { id: userId, ...person }, workspaceId: workspaceId ?? null, by });
  },
};

/** Where a passkey signs in. */
export const passkeyRoutes: readonly PublicRoute[] = [beginRoute, passkeyRoute];
