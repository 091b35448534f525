import { idInput } from '@tabard/contract';
import { z } from 'zod';
import { mailNotice } from '#features/identity/account';
import { readPagePost } from '#features/identity/hosted-page';
import { turnOnSecondFactor } from '#features/identity/second-factor';
import { limitSignIn, noteSignIn, verifySecondFactor } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { fail, type App, type PublicRoute, type RouteAnswer, type RouteRequest } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { openWorkspace } from './proceed.ts';
import { endStep, passStep, readStep, type Step } from './sign-in-step.ts';

const body = z.strictObject({
  step: z.string().max(64),
  oneTimePassword: z.string().trim().min(1).max(32).optional(),
  workspaceId: idInput('workspace').optional(),
});

/** `POST /sign-in/step`: what is asked after the password or the link: a code, the first code of a new app, or a workspace. */
export const signInStepRoute: PublicRoute = {
  method: 'POST',
  path: '/sign-in/step',
  auth: 'none',
  async handle(app, request) {
    const { step: token, oneTimePassword, workspaceId } = await readPagePost(app, request, body);
    const step = await readStep(app, token);
    if (step.ask === 'workspace') return goOn(app, request, { ...step, workspaceId: workspaceId ?? step.workspaceId });
    if (oneTimePassword === undefined) return fail('auth.one_time_password_required');
    if (step.ask === 'code') return takeCode(app, request, step, oneTimePassword);
    return takeFirstCode(app, request, step, { token, code: oneTimePassword });
  },
};

async function takeCode(app: App, request: RouteRequest, step: Step, code: string): Promise<RouteAnswer> {
  await verifySecondFactor(app, request.ip, step.userId, code).catch((error: unknown) => {
    void noteSignIn(contextOf(app, request), step.userId, 'auth.invalid_one_time_password');
    throw error;
  });
  await passStep(app, step);
  return goOn(app, request, step);
}

/** Turns the app on that was set up a moment ago. The recovery codes are shown, and the page goes on when it is told to. */
async function takeFirstCode(
  app: App,
  request: RouteRequest,
  step: Step,
  { token, code }: { token: string; code: string },
): Promise<RouteAnswer> {
  const limit = await limitSignIn(app, request.ip, step.userId, 'code');
  const recoveryCodes = await app.database.control(async (_em, sql) => {
    const codes = await turnOnSecondFactor(app, sql, step.userId, code);
    const locale = acceptedLanguage(request.headers['accept-language']);
    await mailNotice(app, sql, { userId: step.userId, notice: 'secondFactorOn', locale });
    return codes;
  });
  await limit.succeeded();
  await passStep(app, step);
  await noteSignIn(contextOf(app, request), step.userId, 'ok', 'account.turnOnSecondFactor');
  return { body: { step: token, recoveryCodes } };
}

/** Opens the app, once for each step. */
async function goOn(app: App, request: RouteRequest, step: Step): Promise<RouteAnswer> {
  if (!(await endStep(app, step))) return fail('auth.step_ended');
  const person = (await findUser(app, step.userId)) ?? fail('auth.step_ended');
  return openWorkspace({
    app,
    request,
    person: { id: step.userId, ...person },
    workspaceId: step.workspaceId,
    by: step.by,
  });
}
