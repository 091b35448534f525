import type { Uuid } from '@tabard/contract';
import { belongsUnder } from '#features/identity/address';
import { personalMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { normalizeEmail } from '#features/identity/user';
import { issueToken, newId, originOf, writeAuditEntry, type RequestContext, type Sql } from '#kernel';
import { goodMinutes, linkOf, linkPrefix, mostAnHour, type Purpose } from './access-link.rules.ts';
import { linkMailWords } from './link-mail-words.ts';

/** Somebody who asks for a link, as they say. */
export interface Asked {
  email: string;
  purpose: Purpose;
  /** Of their browser. */
  locale: MailContent['locale'];
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
    const code = issueToken(linkPrefix);
    const id = await insertLink(sql, { userId: person.id, purpose, hash: code.hash });
    await writeAuditEntry(sql, mail.home.organizationId, {
      actor: null,
      origin: originOf(ctx),
      act: purpose === 'password' ? 'sessions.askForPassword' : 'sessions.askForLink',
      outcome: id ? 'ok' : 'rate_limit.exceeded',
      input: undefined,
      subjects: [mail.subject],
    });
    if (!id) return;
    const facts = { appUrl: mail.appUrl, locale, place: mail.name };
    const content = write(facts, { purpose, email: person.email, code: code.secret });
    await mail.queue(sql, { kind: `${purpose}-link`, subjectId: id, content });
  });
}

function write(
  { appUrl, locale, place }: Parameters<MailSample>[0],
  { purpose, email, code }: { purpose: Purpose; email: string; code: string },
): MailContent {
  const words = linkMailWords[purpose][locale];
  return {
    locale,
    subject: words.subject(place),
    heading: words.heading,
    paragraphs: [words.text(place, email)],
    action: { label: words.button, url: linkOf(appUrl, purpose, code) },
    note: words.note(goodMinutes[purpose]),
  };
}

/** What a mail with a link says. */
export const linkSample =
  (purpose: Purpose): MailSample =>
  (facts) =>
    write(facts, { purpose, email: 'uma@client.example', code: 'an-example' });

/** Makes the link; null when the person got enough of them. */
async function insertLink(
  sql: Sql,
  { userId, purpose, hash }: { userId: Uuid; purpose: Purpose; hash: string },
): Promise<Uuid | null> {
  // Those who ask at once take turns.
  await sql('select from app_user where id = $1 for no key update', [userId]);
  const [row] = await sql<{ id: Uuid }>(
    `insert into access_link (id, user_id, purpose, code_hash, expires_at)
     select $1, $2, $3::text, $4, now() + make_interval(mins => $5)
      where (select count(*) from access_link where user_id = $2 and purpose = $3::text and created_at > now() - interval '1 hour') < $6
     returning id`,
    [newId(), userId, purpose, hash, goodMinutes[purpose], mostAnHour],
  );
  return row?.id ?? null;
}
