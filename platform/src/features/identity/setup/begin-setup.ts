import { ownAddress } from '#features/identity/address';
import { permissions } from '@tabard/contract/permissions';
import { fromPublicId, type Uuid } from '@tabard/contract';
import { endApiKey, insertApiKey } from '#features/identity/api-key';
import { insertOperator } from '#features/identity/organization';
import { insertWorkspace } from '#features/identity/workspace';
import { fail, issueToken, type App, type Sql } from '#kernel';
import { linkHours, linkOf, linkPrefix, unnamed } from './setup.rules.ts';

/** What is known beforehand, and what is asked for again. */
export interface SetupWish {
  organization?: string;
  /** A new link although the first was shown: for the first person, or for their password when they are there. */
  link?: boolean;
  /** A new key in place of the first. */
  key?: boolean;
}

/** What is shown once and kept nowhere; null where it was shown before. */
export interface SetupSecrets {
  link: string | null;
  apiKey: string | null;
}

interface SetupRow {
  organization_id: Uuid;
  api_key_id: Uuid;
  shown_at: Date | null;
}

/** Processes that start at once take turns, until what was made is shown. */
const lock = 7401002;

/**
 * Makes the operator, a first workspace, the first key and the link of the first person where nothing is, and hands link and key to
 * `show`, once. What was made and not shown is replaced, so that a start that is cut off anywhere loses nothing and doubles nothing.
 * Gives false where an installation began otherwise, as the demo does.
 */
export async function beginSetup(
  app: App,
  wish: SetupWish,
  show: (secrets: SetupSecrets) => void | Promise<void>,
): Promise<boolean> {
  const client = await app.database.maintenanceClient();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const secrets = await app.database.control((_em, sql) => makeOrRenew(app, sql, wish));
    if (!secrets) return false;
    await show(secrets);
    await app.database.control((_em, sql) => sql('update setup set shown_at = coalesce(shown_at, now())'));
    return true;
  } finally {
    // Ending the connection ends its lock, whatever happened.
    client.release(true);
  }
}

async function makeOrRenew(app: App, sql: Sql, wish: SetupWish): Promise<SetupSecrets | null> {
  const [known] = await sql<SetupRow>('select organization_id, api_key_id, shown_at from setup');
  if (known) {
    const unseen = known.shown_at === null;
    return {
      link: wish.link || unseen ? await renewLink(app, sql) : null,
      apiKey: wish.key || unseen ? await renewKey(sql, known) : null,
    };
  }
  const [anybody] = await sql('select from organization limit 1');
  if (anybody) return null;
  const name = wish.organization ?? unnamed;
  const organizationId = await insertOperator(sql, name);
  await insertWorkspace(sql, { organizationId, name }, []);
  const key = await firstKey(sql, organizationId);
  await sql('insert into setup (organization_id, api_key_id) values ($1, $2)', [organizationId, key.id]);
  return { link: await renewLink(app, sql), apiKey: key.secret };
}

/** Another link; the one before is good for nothing from here on. */
async function renewLink(app: App, sql: Sql): Promise<string> {
  const code = issueToken(linkPrefix);
  await sql('update setup set link_hash = $1, link_expires_at = now() + make_interval(hours => $2)', [
    code.hash,
    linkHours,
  ]);
  return linkOf(ownAddress(app.config, 'app'), code.secret);
}

async function renewKey(sql: Sql, setup: SetupRow): Promise<string> {
  await endApiKey(sql, setup.api_key_id);
  const key = await firstKey(sql, setup.organization_id);
  await sql('update setup set api_key_id = $1', [key.id]);
  return key.secret;
}

async function firstKey(sql: Sql, organizationId: Uuid): Promise<{ id: Uuid; secret: string }> {
  const { id, secret } = await insertApiKey(sql, { organizationId, name: 'First key', permissions: [...permissions] });
  return { id: fromPublicId('apiKey', id) ?? fail('internal.unexpected'), secret };
}
