import { currentSessionOutput, signInInput, signInOutput } from '@tabard/contract';
import { z } from 'zod';
import { controlMutation, controlQuery, publicMutation, router } from '#kernel';
import { currentSession } from './current-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const nothing = z.strictObject({}).optional();

export const sessionRouter = router({
  /** Signs a person in with email and password; the answer's token is sent as a bearer token from then on. */
  signIn: publicMutation({ input: signInInput, output: signInOutput, act: signIn }),
  /** Ends the session the request came with; within five seconds nothing accepts its token any more. */
  signOut: controlMutation({ input: nothing, output: z.object({}), act: signOut }),
  /** Tells who is calling, in which workspace, and what they may do there. */
  current: controlQuery({ input: nothing, output: currentSessionOutput, act: currentSession }),
});
