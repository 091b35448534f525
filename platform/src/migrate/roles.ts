import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { maintenanceRole, runtimeRole } from '#kernel';
import type { Config } from '#config';

/** Password of one of the platform's logins, derived from the installation's secret so that nothing needs to be stored. */
function rolePassword(secretKey: string, role: string): string {
  return createHmac('sha256', secretKey).update(`database-role:${role}`).digest('base64url');
}

/** The addresses a running process logs in with: those that were given, or the owner's with the derived login. */
export function loginUrls(config: Config): { runtimeUrl: string; maintenanceUrl: string } {
  const derive = (role: string) => {
    const url = new URL(config.database.url);
    url.username = role;
    url.password = rolePassword(config.secrets.secretKey, role);
    return url.href;
  };
  return {
    runtimeUrl: config.database.runtimeUrl ?? derive(runtimeRole),
    maintenanceUrl: config.database.maintenanceUrl ?? derive(maintenanceRole),
  };
}

/** Makes the two logins, or corrects them, unless the operator manages them (both addresses given). */
export async function ensureRoles(client: pg.Client, config: Config): Promise<void> {
  if (config.database.runtimeUrl && config.database.maintenanceUrl) return;
  for (const role of [runtimeRole, maintenanceRole]) {
    const rights = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls';
    const password = pg.escapeLiteral(rolePassword(config.secrets.secretKey, role));
    await takingTurns(async () => {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${rights} password ${password}`);
    });
  }
  // No statement of a request or a job takes as long; one that does must not hold its connection.
  await takingTurns(() => client.query(`alter role ${runtimeRole} set statement_timeout = '1min'`));
}

/** How often a login is tried again that another database's migration changes at the same moment; logins belong to the whole server. */
const turns = 20;
/** Somebody else has just made it: `duplicate_object`, `unique_violation`. */
const isThere: ReadonlySet<string | undefined> = new Set(['42710', '23505']);

async function takingTurns(work: () => Promise<unknown>): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      await work();
      return;
    } catch (error) {
      const met =
        error instanceof pg.DatabaseError &&
        (isThere.has(error.code) || error.message.startsWith('tuple concurrently'));
      if (!met || turn === turns) throw error;
      await sleep(Math.random() * 100 * turn);
    }
  }
}

/** What the two logins may do. Row-level security narrows it further on every tenant table. */
export const grants = `
  revoke create on schema public from public;
  grant usage on schema public to ${runtimeRole}, ${maintenanceRole};
  grant select, insert, update, delete on all tables in schema public to ${runtimeRole}, ${maintenanceRole};
  grant usage, select on all sequences in schema public to ${runtimeRole}, ${maintenanceRole};
  revoke insert, update, delete on mikro_orm_migrations from ${runtimeRole}, ${maintenanceRole};
  revoke all on app_user, member, api_key, embed_session, hosted_page, organization_embed_configuration, user_session,
    second_factor, recovery_code, passkey, passkey_challenge, user_identity, authorization_request, access_link, sign_up, sign_in_request, sign_in_step from ${maintenanceRole};
  revoke insert, update, delete on organization, workspace from ${maintenanceRole};
  -- Nobody who serves can change what was noted. New partitions are granted to nobody.
  revoke update, delete on audit_log from ${runtimeRole};
  -- Policies let it see and delete only the log of a place that is being deleted.
  revoke insert, update on audit_log from ${maintenanceRole};
  do $do$ declare part regclass; begin
    for part in select inhrelid from pg_inherits where inhparent = 'audit_log'::regclass loop
      execute format('revoke all on %s from ${runtimeRole}, ${maintenanceRole}', part);
    end loop;
  end $do$;
  -- The queue makes a sequence for each kind of job when it first meets one.
  grant usage, create on schema bullmq to ${runtimeRole};
  grant select, insert, update, delete on all tables in schema bullmq to ${runtimeRole};
  grant usage, select on all sequences in schema bullmq to ${runtimeRole};
  grant execute on all functions in schema bullmq to ${runtimeRole};
`;
