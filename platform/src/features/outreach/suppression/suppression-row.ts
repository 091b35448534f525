import { toPublicId, type Suppression } from '@tabard/contract';

/** A suppression as SQL gives it. */
export interface SuppressionRow {
  id: string;
  email: string | null;
  reason: Suppression['reason'];
  campaign_id: string | null;
  created_at: Date;
}

/** The columns of a `SuppressionRow`, of the table under the alias `s`. */
export const suppressionColumns = 's.id, s.email, s.reason, s.campaign_id, s.created_at';

/** A suppression as callers see it. */
export function shapeSuppression(row: SuppressionRow): Suppression {
  return {
    id: toPublicId('suppression', row.id),
    email: row.email,
    reason: row.reason,
    campaignId: row.campaign_id && toPublicId('campaign', row.campaign_id),
    createdAt: row.created_at.toISOString(),
  };
}
