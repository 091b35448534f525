import { currentSessionOutput, signInInput, signInOutput } from '@tabard/contract';
import { z } from 'zod';
import { organizationMutation, organizationQuery, publicMutation, router } from '#kernel';
import { currentSession } from './current-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const nothing = z.strictObject({}).optional();

export const sessionRouter = router({
  /** Signs a person in with email and password; the answer's token is sent as a bearer token from then on. */
  signIn: publicMutation({ input: signInInput, output: signInOutput, handler: signIn }),
  /** Ends the session the request came with; within five seconds nothing accepts its token any more. */
  signOut: organizationMutation({ input: nothing, output: z.object({}), handler: signOut }),
  /** Tells who is calling, in which workspace, and what they may do there. */
  current: organizationQuery({ input: nothing, output: currentSessionOutput, handler: currentSession }),
});
