import { domainToUnicode } from 'node:url';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { Domain } from '@tabard/contract/identity/domain';
import { addressOf } from '#features/identity/address';
import { languageOf, loadChain } from '#features/identity/organization';
import { brandAt, findWorkspace } from '#features/identity/workspace';
import { queueSystemMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { newId, type App, type Sql } from '#kernel';
import { domainNoticeWords } from './domain-notice-words.ts';
import { graceHours } from './domain.rules.ts';
import { showDomain, type DomainRow } from './show-domain.ts';

/** The most people who are written to. */
const mostTold = 20;

/** Warns those who administer the place that its name is about to be served no more, in the open transaction. */
export async function mailOwners(app: App, sql: Sql, row: DomainRow): Promise<void> {
  const { workspace_id: scopeId, organization_id: organizationId } = row;
  const workspaceId = scopeId === organizationId ? null : scopeId;
  const placed = workspaceId && (await findWorkspace(app, workspaceId));
  const locale = placed ? placed.row.locale : await languageOf(sql, await loadChain(app, organizationId));
  const appUrl = await addressOf(app, scopeId, 'app');
  const { displayName } = await brandAt(app, scopeId, organizationId);
  const facts = { appUrl, locale, place: displayName };
  const path = workspaceId ? `/app/${toPublicId('workspace', workspaceId)}/domains` : '/sign-in';
  const content = write(facts, { host: row.host, records: showDomain(app.config, row).records, path });
  for (const recipient of await ownersOf(app, organizationId, workspaceId))
    await queueSystemMail(app, sql, {
      organizationId,
      workspaceId,
      kind: 'domain-notice',
      // Each is told by itself.
      subjectId: newId(),
      recipient,
      content,
    });
}

/** The addresses of those who administer a place: the workspace, or else its organization. */
async function ownersOf(app: App, organizationId: Uuid, workspaceId: Uuid | null): Promise<string[]> {
  const rows = await app.database.readOrganization<{ email: string; is_near: boolean }>(
    `select u.email, m.workspace_id is not null as is_near from member m join app_user u on u.id = m.user_id
      where m.organization_id = $1 and m.role_id is null and (m.workspace_id = $2 and m.role = 'workspace_admin'
        or m.workspace_id is null and m.role in ('org_admin', 'super_admin')) order by m.id`,
    [organizationId, workspaceId],
  );
  const near = rows.filter((row) => row.is_near);
  return (near.length > 0 ? near : rows).slice(0, mostTold).map(({ email }) => email);
}

type FoundRecord = Pick<Domain['records'][number], 'type' | 'name' | 'value' | 'state' | 'found'>;

function write(
  { appUrl, locale, place }: Parameters<MailSample>[0],
  { host, records, path }: { host: string; records: readonly FoundRecord[]; path: string },
): MailContent {
  const words = domainNoticeWords[locale];
  const name = domainToUnicode(host);
  const findings = records
    .flatMap(({ state, found, ...record }) => {
      const said = { ...record, found: found.join(', ') };
      return state === 'missing' ? words.missing(said) : state === 'wrong' ? words.wrong(said) : [];
    })
    .join(' ');
  return {
    locale,
    subject: words.subject(name, place),
    heading: words.heading(name),
    paragraphs: [words.text(name, graceHours), ...(findings ? [findings] : [])],
    action: { label: words.button, url: `${appUrl}${path}` },
    note: words.note,
  };
}

/** What the warning says. */
export const domainNoticeSample: MailSample = (facts) =>
  write(facts, {
    host: 'portal.client.example',
    records: [
      {
        type: 'TXT',
        name: '_host-proof.portal.client.example',
        value: 'host-proof=an-example',
        state: 'missing',
        found: [],
      },
    ],
    path: '/app/wsp_an-example/domains',
  });
