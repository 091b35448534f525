export type { AppRouter } from './features/router.ts';
