export { createDerivedSecrets } from './derived-secrets.ts';
export { createSealing } from './sealing.ts';
