export type { AppRouter } from './features/index.ts';
