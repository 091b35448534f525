import type { Language, Uuid } from '@tabard/contract';
import { belongsUnder } from '#features/identity/address';
import { personalMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { normalizeEmail } from '#features/identity/user';
import { originOf, writeAuditEntry, type RequestContext } from '#kernel';
import { goodMinutes, linkOf, type AskedPurpose, type Purpose } from './access-link.rules.ts';
import { issueLink } from './issue-link.ts';
import { linkMailWords } from './link-mail-words.ts';

/** Somebody who asks for a link, as they say. */
export interface Asked {
  email: string;
  purpose: AskedPurpose;
  /** Of their browser; a language that they chose comes before it. */
  locale: Language;
}

/**
 * Mails a link to whoever has the address, if anybody has it and belongs somewhere. Nobody waits for it and nothing is answered: whether
 * there is such a person is told by neither words nor time.
 */
export function sendLink(ctx: RequestContext, asked: Asked): void {
  mailLink(ctx, asked).catch((error: unknown) => ctx.app.log.warn({ err: error }, 'a link could not be sent'));
}

async function mailLink(ctx: RequestContext, { email, purpose, locale }: Asked): Promise<void> {
  const { app } = ctx;
  const [person] = await app.database.readOrganization<{ id: Uuid; email: string }>(
    'select id, email from app_user where email = $1',
    [normalizeEmail(email)],
  );
  const isHere = person && (await belongsUnder(app, ctx.domain, person.id));
  const mail = isHere && (await personalMail(app, person.id, ctx.domain));
  if (!mail) return;
  await app.database.write(mail.home.organizationId, async (_em, sql) => {
    const link = await issueLink(sql, { userId: person.id, purpose });
    await writeAuditEntry(sql, mail.home.organizationId, {
      actor: null,
      origin: originOf(ctx),
      act: purpose === 'password' ? 'sessions.askForPassword' : 'sessions.askForLink',
      outcome: link ? 'ok' : 'rate_limit.exceeded',
      input: undefined,
      subjects: [mail.subject],
    });
    if (!link) return;
    const facts = { appUrl: mail.appUrl, locale: mail.locale ?? locale, place: mail.name };
    const content = linkContent(facts, { purpose, email: person.email, code: link.code });
    await mail.queue(sql, { kind: `${purpose}-link`, subjectId: link.id, content });
  });
}

/** What a mail with a link says; `email`: the address that it is about. */
export function linkContent(
  { appUrl, locale, place }: Parameters<MailSample>[0],
  { purpose, email, code, provider = '' }: { purpose: Purpose; email: string; code: string; provider?: string },
): MailContent {
  const words = linkMailWords[purpose][locale];
  return {
    locale,
    subject: words.subject(place, provider),
    heading: words.heading,
    paragraphs: [words.text(place, email, provider)],
    action: { label: words.button, url: linkOf(appUrl, purpose, code) },
    note: words.note(goodMinutes[purpose]),
  };
}

/** What a mail with a link says. */
export const linkSample =
  (purpose: Purpose): MailSample =>
  (facts) =>
    linkContent(facts, { purpose, email: 'uma@client.example', code: 'an-example', provider: 'Google' });
