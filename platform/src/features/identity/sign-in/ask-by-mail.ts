import type { Language, Uuid } from '@tabard/contract';
import { issueLink, linkContent } from '#features/identity/access-link';
import type { ClaimedIdentity } from '#features/identity/identity-provider';
import { proposeIdentity } from '#features/identity/user-identity';
import { personalMail } from '#features/operations/system-mail';
import { fail, type App } from '#kernel';

interface Asked {
  userId: Uuid;
  identity: ClaimedIdentity;
  /** The host name that the person came to; the mail leads back there. */
  domain: Parameters<typeof personalMail>[2];
  locale: Language;
}

/** Asks the person of an address by mail whether the account at a provider that says to have it is theirs. */
export async function askByMail(app: App, { userId, identity, domain, locale: own }: Asked): Promise<null> {
  const mail = await personalMail(app, userId, domain);
  if (!mail || !app.config.systemMail.server) return fail('user_identity.unconfirmed');
  const locale = mail.locale ?? own;
  await app.database.write(mail.home.organizationId, async (_em, sql) => {
    const identityId = await proposeIdentity(sql, userId, identity);
    const link = await issueLink(sql, { userId, purpose: 'identity', identityId });
    // Whoever was asked often enough has a mail to use.
    if (!link) return;
    const content = linkContent(
      { appUrl: mail.appUrl, locale, place: mail.name },
      { purpose: 'identity', email: identity.email ?? '', code: link.code, provider: identity.provider.name },
    );
    await mail.queue(sql, { kind: 'identity-link', subjectId: link.id, content });
  });
  return null;
}
