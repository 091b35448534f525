import type { Session } from '../../core/session.ts';
import { filterOf, type LogView } from './log-filter.ts';

/** Gets what is looked at as a CSV, which the platform writes while it reads, and hands it to the browser as a file. */
export async function downloadLog(session: Session, view: LogView): Promise<void> {
  const query = new URLSearchParams({ scope: view.scope, ...filterOf(view) });
  const response = await session.client.fetch(`/audit-log.csv?${query.toString()}`);
  const href = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href, download: 'audit-log.csv' }).click();
  URL.revokeObjectURL(href);
}
