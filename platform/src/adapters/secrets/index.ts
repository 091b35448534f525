export { createDerivedSecrets } from './derived-secrets.ts';
