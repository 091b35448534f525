import { randomBytes } from 'node:crypto';
import type { Domain, domainCreateInput } from '@tabard/contract/identity/domain';
import type { z } from 'zod';
import { requirePlace } from '#features/identity/member';
import { fail, newId, withinScope, type App, type OrganizationWriteScope, type Sql } from '#kernel';
import { mostNames, ownNames, targetOf } from './domain.rules.ts';
import { isPublicSuffix, normaliseHost } from './host-name.ts';
import { domainColumns, showDomain, type DomainRow } from './show-domain.ts';
import { tellOfDomain } from './tell-of-domain.ts';

/** Claims a name for a place. It is proven by its records, and until then it keeps nobody else from claiming it. */
export async function claimDomain(
  scope: OrganizationWriteScope,
  input: z.output<typeof domainCreateInput>,
): Promise<Domain> {
  const { app, sql } = scope;
  const { organizationId, workspaceId } = await requirePlace(scope, input);
  const host = await requireHost(app, input);
  const scopeId = workspaceId ?? organizationId;
  const row = await withinScope(sql, scopeId, async () => {
    await requireRoom(sql, scopeId);
    const [made] = await sql<DomainRow>(
      `insert into domain (workspace_id, id, organization_id, host, purpose, token) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, host) do nothing returning ${domainColumns}`,
      [scopeId, newId(), organizationId, host, input.purpose, randomBytes(24).toString('base64url')],
    );
    return made;
  });
  if (!row) fail('domain.taken', { details: [{ path: 'host', message: 'It is in the list already.' }] });
  await tellOfDomain(scope, row);
  return showDomain(app.config, row);
}

/** The name as it is kept, if it can be claimed at all. */
async function requireHost(app: App, { host: text, purpose }: z.output<typeof domainCreateInput>): Promise<string> {
  const host = normaliseHost(text);
  const refuse = (code: 'domain.invalid' | 'domain.public' | 'domain.own' | 'domain.taken', message: string): never =>
    fail(code, { details: [{ path: 'host', message }] });
  if (!host)
    return refuse('domain.invalid', 'Give a name such as portal.client.example, without https:// and without a path.');
  if (ownNames(app.config).has(host)) return refuse('domain.own', 'Give a name of yours.');
  if (isPublicSuffix(host))
    return refuse('domain.public', `Give a name of yours below it, such as portal.yours.${host}.`);
  if (purpose === 'mail' && targetOf(app.config, purpose) === null) return fail('domain.mail_unset');
  const [held] = await app.database.maintain(
    `select from domain where host = $1 and state in ('verified', 'active', 'failing')`,
    [host],
  );
  return held ? refuse('domain.taken', 'It is in use already.') : host;
}

async function requireRoom(sql: Sql, scopeId: string): Promise<void> {
  const [found] = await sql<{ count: number }>('select count(*)::int as count from domain where workspace_id = $1', [
    scopeId,
  ]);
  if ((found?.count ?? 0) >= mostNames) fail('domain.too_many');
}
