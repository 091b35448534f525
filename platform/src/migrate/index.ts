export { migrationsFolder, readHistory } from './history.ts';
export { applyHistory, migrate } from './migrate.ts';
export { requireSchema, SchemaError } from './require-schema.ts';
export { schemaDifference } from './schema-difference.ts';
export { loginUrls } from './roles.ts';
