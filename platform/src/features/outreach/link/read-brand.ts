import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** What a hosted page shows of its sender. */
export interface PageBrand {
  name: string;
  color: string;
  logoUrl: string | null;
  locale: string;
}

/** Shown where the database cannot say more. */
export const plainBrand: PageBrand = { name: '', color: '#3b4252', logoUrl: null, locale: 'en' };

/** Brands from the workspace (level 0) up to the root; a workspace goes by its organization's name. */
const levels = `
  with recursive up as (
    select w.organization_id as next, null::text as name, w.brand, 0 as level, w.locale from workspace w where w.id = $1
    union all
    select o.parent_id, o.name::text, o.brand, up.level + 1, up.locale
      from up join organization o on o.id = up.next where up.level < 32
  ) select name, brand, locale from up order by level`;

/** The sender of a workspace's mails as recipients know it. */
export async function readBrand(app: App, workspaceId: Uuid): Promise<PageBrand> {
  const rows = await app.database.readControl<{
    name: string | null;
    brand: { displayName?: string; color?: string; logoUrl?: string | null };
    locale: string;
  }>(levels, [workspaceId]);
  // The nearest organization's own name stands before any display name further up.
  const name = rows.find((row) => row.brand.displayName || row.name);
  return {
    name: name?.brand.displayName ?? name?.name ?? '',
    color: rows.find((row) => row.brand.color)?.brand.color ?? plainBrand.color,
    logoUrl: rows.find((row) => row.brand.logoUrl)?.brand.logoUrl ?? null,
    locale: rows[0]?.locale ?? 'en',
  };
}
