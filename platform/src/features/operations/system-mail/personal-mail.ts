import { languages, toPublicId, type Uuid } from '@tabard/contract';
import type { App, Sql } from '#kernel';
import { brandOfMail } from './brand-of-mail.ts';
import type { MailContent } from './mail-content.ts';
import { queueSystemMail, type MailHome, type NewSystemMail } from './queue-system-mail.ts';

/** Where a person's own mails come from: the place that they have belonged to for the longest time. */
export interface PersonalMail {
  home: MailHome;
  /** What that place is called in front of people. */
  name: string;
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
export async function personalMail(app: App, userId: Uuid): Promise<PersonalMail | null> {
  const [row] = await app.database.readOrganization<{
    email: string;
    locale: string | null;
    organization_id: Uuid;
    workspace_id: Uuid | null;
  }>(
    `select u.email, u.locale, m.organization_id, m.workspace_id from member m join app_user u on u.id = m.user_id
      where m.user_id = $1 and m.deactivated_at is null order by m.id limit 1`,
    [userId],
  );
  if (!row) return null;
  const home = { organizationId: row.organization_id, workspaceId: row.workspace_id };
  const { displayName } = await brandOfMail(app, home.workspaceId ?? home.organizationId, home.organizationId);
  return {
    home,
    name: displayName,
    subject: toPublicId('user', userId),
    locale: languages.find((language) => language === row.locale) ?? null,
    queue: (sql, mail) => queueSystemMail(app, sql, { ...home, recipient: row.email, ...mail }),
  };
}
