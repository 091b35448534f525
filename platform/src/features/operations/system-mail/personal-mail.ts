import { languages, toPublicId, type Uuid } from '@tabard/contract';
import { addressOf, isUnder } from '#features/identity/address';
import { brandAt } from '#features/identity/workspace';
import type { App, ServedDomain, Sql } from '#kernel';
import type { MailContent } from './mail-content.ts';
import { queueSystemMail, type MailHome, type NewSystemMail } from './queue-system-mail.ts';

/** Where a person's own mails come from: the place that they have belonged to for the longest time; under somebody's host name, one of theirs. */
export interface PersonalMail {
  home: MailHome;
  /** What that place is called in front of people. */
  name: string;
  /** Where the pages of that place are. */
  appUrl: string;
  /** The person's public id. */
  subject: string;
  /** The language that the person chose, if mails are written in it. */
  locale: MailContent['locale'] | null;
  /** Has it sent to the person, or to the address that is named. */
  queue(
    sql: Sql,
    mail: Pick<NewSystemMail, 'kind' | 'subjectId' | 'content'> & Partial<Pick<NewSystemMail, 'recipient'>>,
  ): Promise<void>;
}

/** How to write to a person about their own account; null for who belongs nowhere, and is in nobody's name then. */
export async function personalMail(
  app: App,
  userId: Uuid,
  domain: ServedDomain | null = null,
): Promise<PersonalMail | null> {
  const rows = await app.database.readOrganization<{
    email: string;
    locale: string | null;
    organization_id: Uuid;
    workspace_id: Uuid | null;
  }>(
    `select u.email, u.locale, m.organization_id, m.workspace_id from member m join app_user u on u.id = m.user_id
      where m.user_id = $1 and m.deactivated_at is null order by m.id limit 1000`,
    [userId],
  );
  const row = await firstUnder(app, domain, rows);
  if (!row) return null;
  // Who administers from above has nothing of their own under the name: they are written to in its place.
  const isAbove = domain && !(await isUnder(app, domain, row.workspace_id ?? row.organization_id));
  const home = isAbove
    ? { organizationId: domain.organizationId, workspaceId: workspaceOf(domain) }
    : { organizationId: row.organization_id, workspaceId: row.workspace_id };
  const scopeId = home.workspaceId ?? home.organizationId;
  const { displayName } = await brandAt(app, scopeId, home.organizationId);
  return {
    home,
    name: displayName,
    appUrl: await addressOf(app, scopeId, 'app'),
    subject: toPublicId('user', userId),
    locale: languages.find((language) => language === row.locale) ?? null,
    queue: (sql, mail) => queueSystemMail(app, sql, { ...home, recipient: row.email, ...mail }),
  };
}

const workspaceOf = ({ scopeId, organizationId }: ServedDomain): Uuid | null =>
  scopeId === organizationId ? null : scopeId;

/** The first membership below the name; the first of all where there is none, if the person belongs under it at all. */
async function firstUnder<R extends { organization_id: Uuid; workspace_id: Uuid | null }>(
  app: App,
  domain: ServedDomain | null,
  rows: readonly R[],
): Promise<R | undefined> {
  if (domain)
    for (const row of rows) if (await isUnder(app, domain, row.workspace_id ?? row.organization_id)) return row;
  return rows[0];
}
