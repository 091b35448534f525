import type { Role, Uuid } from '@tabard/contract';
import type { Place } from '#features/identity/member';
import { queueSystemMail, type MailContent } from '#features/operations/system-mail';
import type { OrganizationWriteScope } from '#kernel';
import { invitationMailWords } from './invitation-mail-words.ts';
import { linkOf } from './invitation.rules.ts';

export interface InvitedPerson {
  id: Uuid;
  email: string;
  role: Role;
  invitedBy: string;
  code: string;
}

/** Has the mail of an invitation sent, in the language of its place. */
export async function mailInvitation(
  scope: OrganizationWriteScope,
  place: Place,
  person: InvitedPerson,
): Promise<void> {
  const locale = place.workspace?.locale ?? (await localeOf(scope, place.organizationId));
  const words = invitationMailWords[locale];
  const name = place.workspace?.name ?? place.chain[0]?.name ?? '';
  const content: MailContent = {
    locale,
    subject: words.subject(name),
    heading: words.heading(name),
    paragraphs: [words.who(person.invitedBy, name), words.role(words.roles[person.role])],
    action: { label: words.button, url: linkOf(scope.app.config, person.code) },
    note: words.note,
  };
  await queueSystemMail(scope.app, scope.sql, {
    organizationId: place.organizationId,
    workspaceId: place.workspaceId,
    kind: 'invitation',
    subjectId: person.id,
    recipient: person.email,
    content,
  });
}

/** An organization speaks the language of its first workspace. */
async function localeOf({ sql }: OrganizationWriteScope, organizationId: Uuid): Promise<MailContent['locale']> {
  const [row] = await sql<{ locale: MailContent['locale'] }>(
    'select locale from workspace where organization_id = $1 order by id limit 1',
    [organizationId],
  );
  return row?.locale ?? 'en';
}
