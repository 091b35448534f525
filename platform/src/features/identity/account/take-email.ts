import type { Uuid } from '@tabard/contract';
import { issueLink, linkContent, takeLink } from '#features/identity/access-link';
import { languageOf, loadChain } from '#features/identity/organization';
import { removePasskeys } from '#features/identity/passkey';
import { removeIdentities } from '#features/identity/user-identity';
import { endSessions } from '#features/identity/session';
import { setEmail, setPassword } from '#features/identity/user';
import { personalMail, type MailContent } from '#features/operations/system-mail';
import { fail, type App, type Sql } from '#kernel';
import { mailNotice } from './mail-notice.ts';

/** Somebody who has another address from now on. */
export interface Readdressed {
  userId: Uuid;
  email: string;
}

/**
 * Takes the link that was mailed to a new address: its person signs in with it from now on. The former address is told, with a link that
 * leads back.
 * @throws `auth.link_wrong`, `auth.link_spent`, `user.email_taken`
 */
export async function takeEmail(app: App, sql: Sql, code: string): Promise<Readdressed> {
  const { userId, email } = await takeLink(sql, 'email', code);
  if (email === null) return fail('auth.link_spent');
  const mail = await personalMail(app, userId);
  const before = await setEmail(sql, userId, email);
  const back = await issueLink(sql, { userId, purpose: 'email-back', email: before });
  if (mail && back) {
    const locale = mail.locale ?? (await languageOf(sql, await loadChain(app, mail.home.organizationId)));
    const facts = { appUrl: mail.appUrl, locale, place: mail.name };
    const content = linkContent(facts, { purpose: 'email-back', email, code: back.code });
    await mail.queue(sql, { kind: 'email-back-link', recipient: before, subjectId: back.id, content });
  }
  return { userId, email };
}

/**
 * Takes the link that was mailed to a former address: its person has it back, chooses another password, and everybody is signed out who
 * was signed in as them.
 * @throws `auth.link_wrong`, `auth.link_spent`, `user.email_taken`, `user.password_short`, `user.password_common`
 */
export async function takeEmailBack(
  app: App,
  sql: Sql,
  { code, password, locale }: { code: string; password: string; locale: MailContent['locale'] },
): Promise<Readdressed & { name: string }> {
  const { userId, email } = await takeLink(sql, 'email-back', code);
  if (email === null) return fail('auth.link_spent');
  await setEmail(sql, userId, email);
  const { name } = await setPassword(sql, userId, password);
  // Whoever had taken the account over may have left a way in.
  await removePasskeys(sql, userId);
  await removeIdentities(sql, userId);
  await endSessions(sql, userId);
  await mailNotice(app, sql, { userId, notice: 'passwordChanged', locale, recipient: email });
  return { userId, email, name };
}
