import type { Role, Uuid } from '@tabard/contract';
import type { Place } from '#features/identity/member';
import { languageOf } from '#features/identity/organization';
import { queueSystemMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import type { OrganizationWriteScope } from '#kernel';
import { invitationMailWords } from './invitation-mail-words.ts';
import { linkAt } from './link-at.ts';
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
  const locale = place.workspace?.locale ?? (await languageOf(scope.sql, place.chain));
  const name = place.workspace?.name ?? place.chain[0]?.name ?? '';
  const content = invitationContent(locale, { name, url: await linkAt(scope.app, place, person.code), ...person });
  await queueSystemMail(scope.app, scope.sql, {
    organizationId: place.organizationId,
    workspaceId: place.workspaceId,
    kind: 'invitation',
    subjectId: person.id,
    recipient: person.email,
    content,
  });
}

/** What the mail of an invitation says in a language; `name` is that of the place. */
export function invitationContent(
  locale: MailContent['locale'],
  { name, url, role, invitedBy }: { name: string; url: string } & Pick<InvitedPerson, 'role' | 'invitedBy'>,
): MailContent {
  const words = invitationMailWords[locale];
  return {
    locale,
    subject: words.subject(name),
    heading: words.heading(name),
    paragraphs: [words.who(invitedBy, name), words.role(words.roles[role])],
    action: { label: words.button, url },
    note: words.note,
  };
}

/** What an invitation says. */
export const invitationSample: MailSample = ({ appUrl, locale, place }) =>
  invitationContent(locale, { name: place, url: linkOf(appUrl, 'an-example'), invitedBy: 'Uma', role: 'viewer' });
