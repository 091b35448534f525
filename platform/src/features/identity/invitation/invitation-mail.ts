import { languages, type Language, type Uuid } from '@tabard/contract';
import type { Place } from '#features/identity/member';
import { languageOf } from '#features/identity/organization';
import type { GivenRole } from '#features/identity/permission';
import { queueSystemMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import type { OrganizationWriteScope, Sql } from '#kernel';
import { invitationMailWords } from './invitation-mail-words.ts';
import { linkAt } from './link-at.ts';
import { linkOf } from './invitation.rules.ts';

export interface InvitedPerson {
  id: Uuid;
  email: string;
  role: Pick<GivenRole, 'role' | 'role_id' | 'made_name'>;
  invitedBy: string;
  code: string;
}

/** Has the mail of an invitation sent, in the language that the person chose, or that of its place. */
export async function mailInvitation(
  scope: OrganizationWriteScope,
  place: Place,
  person: InvitedPerson,
): Promise<void> {
  const locale =
    (await chosenLanguage(scope.sql, person.email)) ??
    place.workspace?.locale ??
    (await languageOf(scope.sql, place.chain));
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

/** The language of somebody who can sign in already, if they chose one that mails are written in. */
async function chosenLanguage(sql: Sql, email: string): Promise<MailContent['locale'] | null> {
  const [person] = await sql<{ locale: string | null }>('select locale from app_user where email = $1', [email]);
  return languages.find((language) => language === person?.locale) ?? null;
}

/** What the mail of an invitation says in a language; `name` is that of the place. */
export function invitationContent(
  locale: Language,
  { name, url, role, invitedBy }: { name: string; url: string } & Pick<InvitedPerson, 'role' | 'invitedBy'>,
): MailContent {
  const words = invitationMailWords[locale];
  return {
    locale,
    subject: words.subject(name),
    heading: words.heading(name),
    paragraphs: [
      words.who(invitedBy, name),
      words.role(role.role_id === null ? words.roles[role.role] : (role.made_name ?? '')),
    ],
    action: { label: words.button, url },
    note: words.note,
  };
}

/** What an invitation says. */
export const invitationSample: MailSample = ({ appUrl, locale, place }) =>
  invitationContent(locale, {
    name: place,
    url: linkOf(appUrl, 'an-example'),
    invitedBy: 'Uma',
    role: { role: 'viewer', role_id: null, made_name: null },
  });
