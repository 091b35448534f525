import { normaliseAddress } from '@tabard/email';
import type { leadCreateInput, leadUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail } from '#kernel';

/** What a caller may set, in columns; a key that is left out is left as it is. */
type Writable = Partial<Omit<z.output<typeof leadUpdateInput>, 'id'>> & Partial<z.output<typeof leadCreateInput>>;

const columns = {
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  company: 'company',
  title: 'title',
  phone: 'phone',
  city: 'city',
  country: 'country',
  website: 'website',
  timeZone: 'time_zone',
  tags: 'tags',
  custom: 'custom',
} as const;

/** The columns and values of what the caller set; empty texts are stored as nothing. */
export function writtenColumns(input: Writable): { names: string[]; values: unknown[] } {
  const names: string[] = [];
  const values: unknown[] = [];
  for (const [key, name] of Object.entries(columns)) {
    const value = input[key as keyof typeof columns]; // keys of an object literal
    if (value === undefined) continue;
    names.push(name);
    values.push(key === 'email' ? normalisedEmail(input.email ?? '') : value === '' ? null : value);
  }
  return { names, values };
}

/** The one form in which an address is stored and compared. */
function normalisedEmail(email: string): string {
  return (
    normaliseAddress(email) ??
    fail('request.invalid', { details: [{ path: 'email', message: 'This is not an email address.' }] })
  );
}

/** Turns a broken one-lead-per-address rule into its own code. */
export function refuseTaken(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'lead_live_email')
    fail('lead.email_taken', { cause: error });
  throw error;
}
