export { migrate } from './migrate.ts';
export { loginUrls } from './roles.ts';
