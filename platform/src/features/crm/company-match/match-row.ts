import { toPublicId, type Uuid } from '@tabard/contract';
import type { CompanyMatch } from '@tabard/contract/crm/company-match';
import type { WriteScope } from '#kernel';

/** A match as SQL gives it. */
export interface MatchRow {
  id: Uuid;
  creates: boolean;
  state: CompanyMatch['state'];
  position: Uuid;
  total: number;
  seen: number;
  joined: number;
  made: number;
  created_at: Date;
  finished_at: Date | null;
}

export const matchColumns = 'id, creates, state, position, total, seen, joined, made, created_at, finished_at';

const progressOf = ({ finished_at: finished, seen, total }: MatchRow): number =>
  finished ? 1 : Math.min(1, seen / Math.max(1, total));

/** A match as callers see it. */
export const shapeMatch = (row: MatchRow): CompanyMatch => ({
  id: toPublicId('companyMatch', row.id),
  creates: row.creates,
  state: row.state,
  progress: progressOf(row),
  seen: row.seen,
  joined: row.joined,
  made: row.made,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});

/** Says how far it is. */
export function tellMatch(scope: WriteScope, row: MatchRow): void {
  const { id, state, progress, joined, made } = shapeMatch(row);
  scope.emit('company_match.progressed', { companyMatchId: id, state, progress, joined, made });
}
