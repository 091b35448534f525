import type { Language, Uuid } from '@tabard/contract';
import type { SignUpRules } from '#features/identity/organization';
import { brandAt } from '#features/identity/workspace';
import { queueSystemMail } from '#features/operations/system-mail';
import { issueToken, newId, originOf, writeAuditEntry, type RequestContext } from '#kernel';
import { knownContent, linkContent } from './sign-up-mail.ts';
import { goodHours, linkPrefix, mostAnHour } from './sign-up.rules.ts';

/** Somebody who wants an account. */
export interface Wish {
  email: string;
  name: string;
  passwordHash: string;
  rules: SignUpRules;
  /** Where the pages are at which they ask. */
  appUrl: string;
  /** Of the page. */
  locale: Language;
}

/**
 * Keeps the wish and mails a link; whoever has an account already is told so instead. Nobody waits for it and nothing is answered: whether
 * somebody has the address is told by neither words nor time.
 */
export function beginSignUp(ctx: RequestContext, wish: Wish): void {
  begin(ctx, wish).catch((error: unknown) => ctx.app.log.warn({ err: error }, 'a sign-up could not begin'));
}

async function begin(ctx: RequestContext, wish: Wish): Promise<void> {
  const { app } = ctx;
  const { email, rules, locale, appUrl } = wish;
  const { organizationId } = rules;
  const { displayName: place } = await brandAt(app, organizationId, organizationId);
  const code = issueToken(linkPrefix);
  await app.database.write(organizationId, async (_em, sql) => {
    // Those who ask for one address at once take turns.
    await sql(`select pg_advisory_xact_lock(hashtextextended('sign-up ' || $1, 0))`, [email]);
    const [known] = await sql('select 1 from app_user where email = $1', [email]);
    const id = newId();
    const [row] = await sql<{ id: Uuid }>(
      `insert into sign_up (id, organization_id, email, name, password_hash, code_hash, terms_url, terms_version, created_at, expires_at)
       select $1, $2, $3::text, $4, $5, $6, $7, $8, clock_timestamp(), clock_timestamp() + make_interval(hours => $9)
        where (select count(*) from sign_up where email = $3::text and created_at > now() - interval '1 hour') < $10
       returning id`,
      [
        id,
        organizationId,
        email,
        wish.name,
        known ? null : wish.passwordHash,
        known ? null : code.hash,
        rules.terms?.url ?? null,
        rules.terms?.version ?? null,
        goodHours,
        mostAnHour,
      ],
    );
    await writeAuditEntry(sql, organizationId, {
      actor: null,
      origin: originOf(ctx),
      act: 'signUps.begin',
      outcome: row ? 'ok' : 'rate_limit.exceeded',
      input: undefined,
      subjects: [],
    });
    if (!row) return;
    const facts = { appUrl, locale, place };
    await queueSystemMail(app, sql, {
      organizationId,
      workspaceId: null,
      subjectId: id,
      recipient: email,
      ...(known
        ? { kind: 'sign-up-known', content: knownContent(facts, email) }
        : { kind: 'sign-up-link', content: linkContent(facts, { email, code: code.secret }) }),
    });
  });
}
