import { languages, toPublicId, type Language, type Uuid } from '@tabard/contract';
import { addressOf } from '#features/identity/address';
import type { MemberRow, Place } from '#features/identity/member';
import { languageOf } from '#features/identity/organization';
import { queueSystemMail, type MailContent, type MailSample } from '#features/operations/system-mail';
import { newId, type App, type Sql } from '#kernel';
import { ownershipMailWords, type Told } from './ownership-mail-words.ts';

type Person = Pick<MemberRow, 'user_id' | 'name' | 'email'>;

/** Tells both who hand a place over and get it, in the open transaction, each in their own language. */
export async function mailOwnership(
  app: App,
  sql: Sql,
  { place, heir, before }: { place: Place; heir: Person; before: Person },
): Promise<void> {
  const { organizationId, workspaceId } = place;
  const appUrl = await addressOf(app, workspaceId ?? organizationId, 'app');
  const path = workspaceId ? `/app/${toPublicId('workspace', workspaceId)}/members` : '/sign-in';
  const named = place.workspace?.name ?? place.chain[0]?.name ?? '';
  for (const [told, to, other] of [
    ['heir', heir, before],
    ['before', before, heir],
  ] as const) {
    const locale =
      (await chosenLanguage(sql, to.user_id)) ?? place.workspace?.locale ?? (await languageOf(sql, place.chain));
    await queueSystemMail(app, sql, {
      organizationId,
      workspaceId,
      kind: 'ownership-notice',
      // Each is told by itself.
      subjectId: newId(),
      recipient: to.email,
      content: write({ appUrl, locale, place: named }, { told, other: other.name, path }),
    });
  }
}

async function chosenLanguage(sql: Sql, userId: Uuid): Promise<Language | null> {
  const [person] = await sql<{ locale: string | null }>('select locale from app_user where id = $1', [userId]);
  return languages.find((language) => language === person?.locale) ?? null;
}

function write(
  { appUrl, locale, place }: Parameters<MailSample>[0],
  { told, other, path }: { told: Told; other: string; path: string },
): MailContent {
  const words = ownershipMailWords[locale];
  const said = words[told];
  return {
    locale,
    subject: said.heading(place),
    heading: said.heading(place),
    paragraphs: [said.text(other, place)],
    action: { label: words.button, url: `${appUrl}${path}` },
    note: words.note,
  };
}

/** What the mail to the new owner says. */
export const ownershipSample: MailSample = (facts) =>
  write(facts, { told: 'heir', other: 'Uma', path: '/app/wsp_an-example/members' });
