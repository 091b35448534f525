import {
  currentSessionOutput,
  signInInput,
  signInOutput,
  userSessionEndInput,
  userSessionEndOthersOutput,
  userSessionEndOutput,
  userSessionListOutput,
} from '@tabard/contract';
import { z } from 'zod';
import { organizationMutation, organizationQuery, publicMutation, router } from '#kernel';
import { currentSession } from './current-session.ts';
import { endOtherSessions, endOwnSession } from './end-own-sessions.ts';
import { listSessions } from './list-sessions.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const nothing = z.strictObject({}).optional();

export const sessionRouter = router({
  /** Signs a person in with email and password; the answer's token is sent as a bearer token from then on. */
  signIn: publicMutation({ input: signInInput, output: signInOutput, handler: signIn }),
  /** Tells who is calling, in which workspace, and what they may do there. */
  current: organizationQuery({ input: nothing, output: currentSessionOutput, handler: currentSession }),
  /** Lists where you are signed in, the sign-in of this request first. */
  list: organizationQuery({ input: nothing, output: userSessionListOutput, handler: listSessions }),
  /** Ends one of your sign-ins with every page that it opened; within five seconds nothing accepts it any more. */
  end: organizationMutation({ input: userSessionEndInput, output: userSessionEndOutput, handler: endOwnSession }),
  /** Ends all your sign-ins but this one, within five seconds everywhere. */
  endOthers: organizationMutation({ input: nothing, output: userSessionEndOthersOutput, handler: endOtherSessions }),
  /** Ends the session the request came with; within five seconds nothing accepts its token any more. */
  signOut: organizationMutation({ input: nothing, output: z.object({}), handler: signOut }),
});
