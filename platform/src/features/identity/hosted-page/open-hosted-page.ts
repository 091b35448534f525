import type { Permission, Uuid } from '@tabard/contract';
import { isUnder } from '#features/identity/address';
import { insertEmbedSession, type WidgetGrants } from '#features/identity/embed-session';
import { fail, hashToken, isToken, issueToken, type App, type Host, type Sql } from '#kernel';
import { endHostedPage } from './end-hosted-page.ts';
import { codePrefix, judgeCode, sessionSeconds } from './hosted-page.rules.ts';

interface PageRow {
  organization_id: Uuid;
  workspace_id: Uuid;
  external_id: string;
  user_name: string;
  user_email: string | null;
  widgets: WidgetGrants;
  permissions: Permission[];
  code_hash: string;
  code_expires_at: Date;
  spent_hashes: string[];
  ends_at: Date;
  revoked_at: Date | null;
  now: Date;
}

/** What an open page gets: a session, and the code that gets the next one. */
export interface OpenedPage {
  clientSecret: string;
  expiresAt: string;
  next: string;
}

/**
 * Takes a code and gives a session of the page's own origin and the next code. Each code is good once, the first one for as long as
 * its link is, later ones for as long as the session they came with.
 * @throws `hosted_page.link_spent`
 */
export async function openHostedPage(app: App, host: Host, input: { id: Uuid; code: string }): Promise<OpenedPage> {
  if (!isToken(codePrefix, input.code)) fail('hosted_page.link_spent');
  // A theft is written down although the caller is refused, so the verdict leaves the transaction first.
  const opened = await app.database.control((_em, sql) => exchange(app, sql, host, input));
  return opened ?? fail('hosted_page.link_spent');
}

async function exchange(
  app: App,
  sql: Sql,
  { url, domain }: Host,
  { id, code }: { id: Uuid; code: string },
): Promise<OpenedPage | null> {
  const [row] = await sql<PageRow>(
    `select organization_id, workspace_id, external_id, user_name, user_email, widgets, permissions, code_hash, code_expires_at,
            spent_hashes, ends_at, revoked_at, now() as now from hosted_page where id = $1 for update`,
    [id],
  );
  if (!row || !(await isUnder(app, domain, row.workspace_id))) return null;
  const verdict = judgeCode(
    {
      codeHash: row.code_hash,
      codeExpiresAt: row.code_expires_at,
      spentHashes: row.spent_hashes,
      endsAt: row.ends_at,
      revokedAt: row.revoked_at,
    },
    hashToken(code),
    row.now,
  );
  if (verdict === 'stolen') {
    app.log.warn(
      { hostedPageId: id, workspaceId: row.workspace_id },
      'a code was used twice; the hosted page was ended',
    );
    await endHostedPage(sql, id);
  }
  if (verdict !== 'good') return null;
  const left = Math.max(1, Math.floor((row.ends_at.getTime() - row.now.getTime()) / 1000));
  const expiresIn = Math.min(sessionSeconds, left);
  const session = await insertEmbedSession(sql, {
    organizationId: row.organization_id,
    workspaceId: row.workspace_id,
    user: { externalId: row.external_id, name: row.user_name, email: row.user_email },
    widgets: row.widgets,
    permissions: row.permissions,
    origins: [new URL(url).origin],
    expiresIn,
    hostedPageId: id,
  });
  const next = issueToken(codePrefix);
  await sql(
    `update hosted_page set code_hash = $2, code_expires_at = now() + make_interval(secs => $3),
            spent_hashes = spent_hashes || code_hash where id = $1`,
    [id, next.hash, expiresIn],
  );
  return { clientSecret: session.secret, expiresAt: session.expiresAt.toISOString(), next: next.secret };
}
