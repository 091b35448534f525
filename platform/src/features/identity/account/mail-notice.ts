import type { Language, Uuid } from '@tabard/contract';
import { languageOf, loadChain } from '#features/identity/organization';
import { personalMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { newId, type App, type Sql } from '#kernel';
import { noticeMailWords, type Notice } from './notice-mail-words.ts';

/**
 * Tells a person by mail what was changed of how they sign in, in the open transaction; `locale` is that of their browser, for who chose
 * none. Who belongs nowhere is not written to.
 */
export async function mailNotice(
  app: App,
  sql: Sql,
  { userId, notice, locale, ...to }: { userId: Uuid; notice: Notice; locale?: Language; recipient?: string },
): Promise<void> {
  const mail = await personalMail(app, userId);
  if (!mail) return;
  const language = mail.locale ?? locale ?? (await languageOf(sql, await loadChain(app, mail.home.organizationId)));
  const content = write({ appUrl: mail.appUrl, locale: language, place: mail.name }, notice);
  // Each is told by itself.
  await mail.queue(sql, { kind: 'account-notice', subjectId: newId(), content, ...to });
}

function write({ appUrl, locale, place }: Parameters<MailSample>[0], notice: Notice): MailContent {
  const words = noticeMailWords[locale];
  return {
    locale,
    subject: words.subject(words[notice].heading, place),
    heading: words[notice].heading,
    paragraphs: [words[notice].text],
    action: { label: words.button, url: `${appUrl}/sign-in/forgotten` },
    note: words.note,
  };
}

/** What a mail about an account says. */
export const noticeSample: MailSample = (facts) => write(facts, 'passwordChanged');
