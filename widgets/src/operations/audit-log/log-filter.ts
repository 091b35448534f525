import type { AuditLogEntry } from '@tabard/contract';
import type { Session } from '../../core/session.ts';

type Asked = NonNullable<Parameters<Session['client']['auditLog']['list']>[0]>;
export type LogFilter = NonNullable<Asked['filter']>;

/** One condition that was taken from an entry, with what it is called. */
export interface Narrowing {
  filter: Pick<LogFilter, 'actorId' | 'action' | 'subject'>;
  words: string;
}

/** What is looked at. */
export interface LogView {
  scope: 'workspace' | 'organization';
  /** The first part of the names of actions; empty for all. */
  area: string;
  kind: NonNullable<AuditLogEntry['actor']>['kind'] | '';
  /** Days, as the field holds them: `2026-11-01/2026-11-21`. */
  period: string;
  narrowing: Narrowing | null;
}

export const wholeLog: LogView = { scope: 'workspace', area: '', kind: '', period: '', narrowing: null };

/** What is asked of the platform for a view; days are the reader's. */
export function filterOf({ area, kind, period, narrowing }: LogView): LogFilter {
  const [first = '', last = ''] = period.split('/');
  return {
    ...(area && { action: `${area}.*` }),
    ...(kind && { actorKind: kind }),
    ...(first && { from: beginOf(first) }),
    ...(last && { until: beginOf(last, 1) }),
    ...narrowing?.filter,
  };
}

/** The moment at which a day, or one some days after it, begins where the reader is. */
function beginOf(day: string, after = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}
