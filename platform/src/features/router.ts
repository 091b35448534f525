import { router } from '#kernel';

/** Every procedure of the platform, by noun. The SDK's types are read off this. */
export const appRouter = router({});

/** The type of the whole API. */
export type AppRouter = typeof appRouter;
