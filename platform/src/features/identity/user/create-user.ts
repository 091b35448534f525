import type { Uuid } from '@tabard/contract';
import { fail, newId, type Sql } from '#kernel';
import { normalizeEmail } from './normalize-email.ts';
import { hashPassword } from './password.ts';
import { requireStrongPassword } from './require-strong-password.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
}

/** Adds a person who signs in by the account of a company, and has no password. @throws `user.email_taken` */
export async function createUserOfCompany(sql: Sql, { email, name }: Omit<NewUser, 'password'>): Promise<Uuid> {
  const [row] = await sql<{ id: Uuid }>(
    `insert into app_user (id, email, name) values ($1, $2, $3) on conflict (email) do nothing returning id`,
    [newId(), normalizeEmail(email), name],
  );
  return row?.id ?? fail('user.email_taken');
}

/** Somebody who signed up, with the hash of the password that they chose then. */
export interface SignedUp {
  email: string;
  name: string;
  passwordHash: string;
  terms: { url: string; version: string; acceptedAt: Date } | null;
}

/** Adds a person who signed up; null where somebody has the address by now. */
export async function createSignedUp(sql: Sql, { email, name, passwordHash, terms }: SignedUp): Promise<Uuid | null> {
  const [row] = await sql<{ id: Uuid }>(
    `insert into app_user (id, email, name, password_hash, terms_url, terms_version, terms_accepted_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
    [newId(), email, name, passwordHash, terms?.url ?? null, terms?.version ?? null, terms?.acceptedAt ?? null],
  );
  return row?.id ?? null;
}

/**
 * Adds a person who can sign in: the first one by the setup's link, all others by an invitation.
 * @throws `user.email_taken`, `user.password_short`, `user.password_common`
 */
export async function createUser(sql: Sql, user: NewUser): Promise<Uuid> {
  requireStrongPassword(user.password, [user.email, user.name]);
  const id = newId();
  const [row] = await sql(
    `insert into app_user (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing returning id`,
    [id, normalizeEmail(user.email), user.name, await hashPassword(user.password)],
  );
  return row ? id : fail('user.email_taken');
}
