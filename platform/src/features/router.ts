import { router } from '#kernel';
import { leadRouter } from './crm/lead/index.ts';
import { leadImportRouter } from './crm/lead-import/index.ts';
import { mailboxRouter } from './outreach/mailbox/index.ts';
import { suppressionRouter } from './outreach/suppression/index.ts';

/** Every procedure of the platform, by noun. The SDK's types are read off this. */
export const appRouter = router({
  leads: leadRouter,
  leadImports: leadImportRouter,
  suppressions: suppressionRouter,
  mailboxes: mailboxRouter,
});

/** The type of the whole API. */
export type AppRouter = typeof appRouter;
