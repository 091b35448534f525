import { router } from '#kernel';
import { apiKeyRouter } from './identity/api-key/index.ts';
import { embedSessionRouter } from './identity/embed-session/index.ts';
import { organizationRouter } from './identity/organization/index.ts';
import { sessionRouter } from './identity/session/index.ts';
import { workspaceRouter } from './identity/workspace/index.ts';

/** Every procedure of the platform, by noun. The SDK's types are read off this. */
export const appRouter = router({
  apiKeys: apiKeyRouter,
  embedSessions: embedSessionRouter,
  organizations: organizationRouter,
  sessions: sessionRouter,
  workspaces: workspaceRouter,
});

/** The type of the whole API. */
export type AppRouter = typeof appRouter;
