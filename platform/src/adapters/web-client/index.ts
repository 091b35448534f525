export { createWebClient } from './web-client.ts';
