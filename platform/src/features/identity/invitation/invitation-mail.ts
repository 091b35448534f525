import type { Role, Uuid } from '@tabard/contract';
import type { Place } from '#features/identity/member';
import { queueSystemMail, type MailContent, type MailSample } from '#features/operations/system-mail';
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
  const name = place.workspace?.name ?? place.chain[0]?.name ?? '';
  await queueSystemMail(scope.app, scope.sql, {
    organizationId: place.organizationId,
    workspaceId: place.workspaceId,
    kind: 'invitation',
    subjectId: person.id,
    recipient: person.email,
    content: write({ config: scope.app.config, locale, place: name }, person),
  });
}

function write(
  { config, locale, place }: Parameters<MailSample>[0],
  { invitedBy, role, code }: Pick<InvitedPerson, 'invitedBy' | 'role' | 'code'>,
): MailContent {
  const words = invitationMailWords[locale];
  return {
    locale,
    subject: words.subject(place),
    heading: words.heading(place),
    paragraphs: [words.who(invitedBy, place), words.role(words.roles[role])],
    action: { label: words.button, url: linkOf(config, code) },
    note: words.note,
  };
}

/** What an invitation says. */
export const invitationSample: MailSample = (facts) =>
  write(facts, { invitedBy: 'Uma', role: 'viewer', code: 'an-example' });

/** An organization speaks the language of its first workspace. */
async function localeOf({ sql }: OrganizationWriteScope, organizationId: Uuid): Promise<MailContent['locale']> {
  const [row] = await sql<{ locale: MailContent['locale'] }>(
    'select locale from workspace where organization_id = $1 order by id limit 1',
    [organizationId],
  );
  return row?.locale ?? 'en';
}
