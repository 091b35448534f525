export { migrate } from './migrate.ts';
export { requireSchema, SchemaError } from './require-schema.ts';
export { loginUrls } from './roles.ts';
