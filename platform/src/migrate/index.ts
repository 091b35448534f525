export { migrate, openOwner } from './migrate.ts';
export { loginUrls } from './roles.ts';
