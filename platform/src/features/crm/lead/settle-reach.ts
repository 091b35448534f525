import type { LeadEmail, LeadPhone } from '@tabard/contract/crm/lead-reach';
import { normaliseAddress } from '@tabard/email';
import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { normalPhone } from './phone.rules.ts';

/** What a caller says of how a lead is reached. */
interface Given {
  email?: string;
  emails?: LeadEmail[];
  phone?: string | null;
  phones?: readonly Omit<LeadPhone, 'normal'>[];
  country?: string | null;
}
interface Known {
  email: string;
  emails: LeadEmail[];
  phone: string | null;
  phones: readonly LeadPhone[];
  country: string | null;
}
interface Reach {
  emails: LeadEmail[];
  phones: LeadPhone[];
  phoneNormal: string | null;
}

/**
 * How a lead is reached, in the forms in which that is kept: further addresses each once and never the first one, numbers with what
 * they are compared by. Of a known one only what a change touches.
 */
export function settleReach(given: Given, known: Known | null): Partial<Reach> {
  const first = given.email ?? known?.email;
  const settled: Partial<Reach> = {};
  const emails = given.emails ?? known?.emails ?? [];
  if (given.emails !== undefined || emails.some(({ email }) => email === given.email))
    settled.emails = furtherOf(emails, first);
  const country = given.country === undefined ? (known?.country ?? null) : given.country;
  const moved = given.country !== undefined && given.country !== (known?.country ?? null);
  if (given.phones !== undefined || (moved && known && known.phones.length > 0))
    settled.phones = numbersOf(given.phones ?? known?.phones ?? [], country);
  if (given.phone !== undefined || (moved && known?.phone))
    settled.phoneNormal = normalPhone(given.phone === undefined ? known?.phone : given.phone, country);
  return settled;
}

/** Further addresses in their one form, each once. */
export function furtherOf(given: readonly LeadEmail[], first: string | undefined): LeadEmail[] {
  const seen = new Set([first]);
  return given.flatMap(({ email: written, kind, label }) => {
    const email = normaliseAddress(written);
    if (email === null || seen.has(email)) return [];
    seen.add(email);
    return [{ email, kind, label: label || null }];
  });
}

/** Numbers with what they are compared by, each once as it is written. */
export function numbersOf(given: readonly Omit<LeadPhone, 'normal'>[], country: string | null): LeadPhone[] {
  const byNumber = new Map(given.map((one) => [one.number, one]));
  return [...byNumber.values()].map(({ number, kind, label }) => ({
    number,
    normal: normalPhone(number, country),
    kind,
    label: label || null,
  }));
}

/** Gives leads whose number or country was written in bulk the forms that numbers are compared by. */
export async function renewNumbers({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const rows = await sql<{ id: Uuid; phone: string | null; country: string | null; phones: LeadPhone[] }>(
    `select id, phone, country, phones from lead
      where workspace_id = $1 and id = any($2::uuid[]) and (phone is not null or phone_normal is not null or phones <> '[]'::jsonb) order by id`,
    [workspaceId, ids],
  );
  if (rows.length === 0) return;
  await sql(
    `update lead l set phone_normal = n.normal, phones = n.phones from unnest($2::uuid[], $3::text[], $4::jsonb[]) as n(id, normal, phones)
      where l.workspace_id = $1 and l.id = any($2::uuid[]) and l.id = n.id
        and (l.phone_normal is distinct from n.normal or l.phones is distinct from n.phones)`,
    [
      workspaceId,
      rows.map(({ id }) => id),
      rows.map(({ phone, country }) => normalPhone(phone, country)),
      rows.map(({ phones, country }) => JSON.stringify(numbersOf(phones, country))),
    ],
  );
}
