export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.ts';
export { createDatabase } from './postgres/create-database.ts';
export { type Postgres, type PostgresOptions, startPostgres } from './postgres/start-postgres.ts';
export {
  startTestPostgres,
  TEST_POSTGRES_URL,
  type TestDatabase,
  type TestPostgres,
  type TestTemplate,
} from './postgres/test-postgres.ts';
export { findFreePort } from './process/free-port.ts';
export { makeTempFolder } from './process/temp-folder.ts';
export { type Redis, startRedis } from './redis/start-redis.ts';
export { type MailSandbox, type MailSandboxOptions, startMailSandbox } from './sandbox/start-mail-sandbox.ts';
export { type StoredMail } from './sandbox/mail-schema.ts';
export { type Act, type Behaviour, type BehaviourConfig, type Tone } from './sandbox/people/behaviour.ts';
export { type Fault } from './sandbox/smtp/faults.ts';
