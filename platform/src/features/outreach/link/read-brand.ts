import type { Uuid } from '@tabard/contract';
import { brandOf, findWorkspace } from '#features/identity/workspace';
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

/** The sender of a workspace's mails as recipients know it. */
export async function readBrand(app: App, workspaceId: Uuid): Promise<PageBrand> {
  const placed = await findWorkspace(app, workspaceId);
  if (!placed) return plainBrand;
  const { displayName, color, logoUrl } = brandOf(placed);
  return { name: displayName, color, logoUrl, locale: placed.row.locale };
}
