import type { Uuid } from '@tabard/contract';
import { newId, withinScope, type App, type Sql } from '#kernel';
import type { MailContent } from './mail-content.ts';
import type { SystemMailKind } from './system-mail-kinds.ts';

/** Whose mail it is. */
export interface MailHome {
  organizationId: Uuid;
  workspaceId: Uuid | null;
}

export interface NewSystemMail extends MailHome {
  kind: SystemMailKind;
  subjectId: Uuid;
  recipient: string;
  content: MailContent;
}

/** The scope that a mail's row is kept in. */
export const mailScope = ({ organizationId, workspaceId }: MailHome): Uuid => workspaceId ?? organizationId;

/** Writes a mail down in the open transaction, in place of one about the same that still waits; a worker sends it after the commit. */
export async function queueSystemMail(app: App, sql: Sql, mail: NewSystemMail): Promise<void> {
  const scopeId = mailScope(mail);
  await withinScope(sql, scopeId, async () => {
    await dropWaiting(sql, scopeId, mail.subjectId);
    const id = newId();
    const host = app.config.systemMail.from?.split('@').at(-1) ?? 'localhost';
    await sql(
      `insert into system_mail (workspace_id, id, organization_id, kind, subject_id, recipient, message_id, content)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        scopeId,
        id,
        mail.organizationId,
        mail.kind,
        mail.subjectId,
        mail.recipient,
        `${id}@${host}`,
        app.ports.secrets.seal(JSON.stringify(mail.content), scopeId),
      ],
    );
  });
}

/** Takes back what waits about something that is no more. */
export async function cancelSystemMail(sql: Sql, home: MailHome, subjectId: Uuid): Promise<void> {
  await withinScope(sql, mailScope(home), () => dropWaiting(sql, mailScope(home), subjectId));
}

const dropWaiting = (sql: Sql, scopeId: Uuid, subjectId: Uuid) =>
  sql(`delete from system_mail where workspace_id = $1 and subject_id = $2 and state = 'waiting'`, [
    scopeId,
    subjectId,
  ]);
