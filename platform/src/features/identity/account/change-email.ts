import type { Uuid } from '@tabard/contract';
import { endLinks, issueLink, linkContent } from '#features/identity/access-link';
import { requireConfirmed, requireSignedIn } from '#features/identity/confirmation';
import { languageOf, loadChain } from '#features/identity/organization';
import { normalizeEmail } from '#features/identity/user';
import { personalMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { fail, newId, type OrganizationWriteScope, type Sql } from '#kernel';
import { emailTakenWords } from './email-taken-words.ts';

/**
 * Mails a link to the address that the caller wants to sign in with; until it is used, nothing changes. Whoever has the address already
 * is told by mail, and the caller is not: neither words nor time say whether somebody has it.
 * @throws `account.no_person`, `auth.confirmation_required`, `account.email_same`, `rate_limit.exceeded`
 */
export async function changeEmail(
  scope: OrganizationWriteScope,
  input: { email: string },
): Promise<{ email: string; expiresAt: string }> {
  const { app, sql } = scope;
  const { userId } = await requireConfirmed(scope);
  const email = normalizeEmail(input.email);
  const mail = (await personalMail(app, userId)) ?? fail('workspace.not_found');
  const owner = await ownerOf(sql, email);
  if (owner === userId) fail('account.email_same');
  // One waits at a time.
  await endLinks(sql, userId, 'email');
  const link = (await issueLink(sql, { userId, purpose: 'email', email })) ?? fail('rate_limit.exceeded');
  const locale = mail.locale ?? (await languageOf(sql, await loadChain(app, mail.home.organizationId)));
  const facts = { appUrl: mail.appUrl, locale, place: mail.name };
  await mail.queue(sql, {
    recipient: email,
    subjectId: owner ? newId() : link.id,
    ...(owner
      ? { kind: 'email-taken', content: emailTaken(facts, email) }
      : { kind: 'email-link', content: linkContent(facts, { purpose: 'email', email, code: link.code }) }),
  });
  return { email, expiresAt: link.expiresAt.toISOString() };
}

/** Takes the wish back; the link that was mailed is good for nothing then. */
export async function cancelEmailChange(scope: OrganizationWriteScope): Promise<Record<string, never>> {
  const { userId } = await requireSignedIn(scope);
  await endLinks(scope.sql, userId, 'email');
  return {};
}

async function ownerOf(sql: Sql, email: string): Promise<Uuid | null> {
  const [row] = await sql<{ id: Uuid }>('select id from app_user where email = $1', [email]);
  return row?.id ?? null;
}

function emailTaken({ appUrl, locale, place }: Parameters<MailSample>[0], email: string): MailContent {
  const words = emailTakenWords[locale];
  return {
    locale,
    subject: words.subject(place),
    heading: words.heading,
    paragraphs: [words.text(place, email)],
    action: { label: words.button, url: `${appUrl}/sign-in` },
    note: words.note,
  };
}

/** What somebody is told whose address another person wanted. */
export const emailTakenSample: MailSample = (facts) => emailTaken(facts, 'uma@client.example');
