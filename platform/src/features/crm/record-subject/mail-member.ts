import { languages, toPublicId, type Language, type Uuid } from '@tabard/contract';
import { addressOf } from '#features/identity/address';
import { brandAt, findWorkspace } from '#features/identity/workspace';
import { membersHere } from '#features/identity/member';
import { queueSystemMail, type MailContent, type SystemMailKind } from '#features/operations/system-mail';
import { fail, newId, type WriteScope } from '#kernel';

/** What is known where a mail is written. */
export interface MailFacts {
  locale: Language;
  /** What the workspace is called in front of people. */
  place: string;
}

/** What one mail says in the words of its language; where it leads to is known already. */
export type PersonalText = (facts: MailFacts) => Pick<MailContent, 'subject' | 'heading' | 'paragraphs' | 'note'> & {
  label: string;
};

interface MemberMail {
  kind: SystemMailKind;
  memberId: Uuid;
  /** A place in the app, such as `/leads/lea_…`. */
  path: string;
  text: PersonalText;
}

/**
 * Writes a mail to a member down in the open transaction, in the workspace's brand and in the language that the person reads, or else the
 * workspace's. Whoever is a member here no more is not written to.
 */
export async function mailMember(
  { app, sql, workspaceId }: WriteScope,
  { kind, memberId, path, text }: MemberMail,
): Promise<void> {
  const [person] = await sql<{ email: string; locale: string | null }>(
    `${membersHere('u.email, u.locale')} and m.id = $2`,
    [workspaceId, memberId],
  );
  if (!person) return;
  const { row } = (await findWorkspace(app, workspaceId)) ?? fail('workspace.not_found');
  const { displayName } = await brandAt(app, workspaceId, row.organization_id);
  const locale = languages.find((language) => language === person.locale) ?? row.locale;
  const { label, ...said } = text({ locale, place: displayName });
  const appUrl = await addressOf(app, workspaceId, 'app');
  await queueSystemMail(app, sql, {
    organizationId: row.organization_id,
    workspaceId,
    kind,
    // Each is told by itself.
    subjectId: newId(),
    recipient: person.email,
    content: {
      locale,
      ...said,
      action: { label, url: `${appUrl}/app/${toPublicId('workspace', workspaceId)}${path}` },
    },
  });
}
