import type { Language } from '@tabard/contract';
import type { Sql } from '#kernel';
import type { OrganizationRow } from './load-chain.ts';
import { levelOf } from './organization.rules.ts';
import { resolveSetting } from './resolve-setting.ts';

/** The language that mails of an organization are in; one that says none, nor inherits one, speaks that of its first workspace. */
export async function languageOf(sql: Sql, chain: readonly OrganizationRow[]): Promise<Language> {
  const { value, from } = resolveSetting(chain.map(levelOf), 'locale');
  if (from) return value;
  const [row] = await sql<{ locale: Language }>(
    'select locale from workspace where organization_id = $1 order by id limit 1',
    [chain[0]?.id],
  );
  return row?.locale ?? value;
}
