import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** Notes that a person is here now. Nobody waits for it. */
export function noteSeen({ database, log }: App, userId: Uuid): void {
  database
    .readOrganization('update app_user set last_seen_at = now() where id = $1', [userId])
    .catch((error: unknown) => log.warn({ err: error }, 'a person was not noted as seen'));
}
