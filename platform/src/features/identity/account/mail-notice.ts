import type { Uuid } from '@tabard/contract';
import { personalMail, type MailContent } from '#features/operations/system-mail';
import { newId, type App, type Sql } from '#kernel';
import { noticeMailWords, type Notice } from './notice-mail-words.ts';

/** Tells a person by mail what was changed of how they sign in, in the open transaction. Who belongs nowhere is not written to. */
export async function mailNotice(
  app: App,
  sql: Sql,
  { userId, notice, locale }: { userId: Uuid; notice: Notice; locale?: MailContent['locale'] },
): Promise<void> {
  const mail = await personalMail(app, userId);
  if (!mail) return;
  const language = locale ?? (await languageOf(sql, mail.home.organizationId));
  const words = noticeMailWords[language];
  await mail.queue(sql, {
    kind: 'account-notice',
    // Each is told by itself.
    subjectId: newId(),
    content: {
      locale: language,
      subject: words.subject(words[notice].heading, mail.name),
      heading: words[notice].heading,
      paragraphs: [words[notice].text],
      action: { label: words.button, url: `${app.config.http.hostedUrl}/sign-in/forgotten` },
      note: words.note,
    },
  });
}

/** An organization speaks the language of its first workspace. */
async function languageOf(sql: Sql, organizationId: Uuid): Promise<MailContent['locale']> {
  const [row] = await sql<{ locale: MailContent['locale'] }>(
    'select locale from workspace where organization_id = $1 order by id limit 1',
    [organizationId],
  );
  return row?.locale ?? 'en';
}
