import { Readable } from 'node:stream';
import { auditLogFilter, type AuditLogEntry } from '@tabard/contract';
import { detailOf } from '@tabard/contract/issue-detail';
import { Failure, type CallScope, type WorkspaceRoute } from '#kernel';
import { listAuditLog } from './list-audit-log.ts';

const header = [
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'on_behalf_of',
  'action',
  'outcome',
  'ip',
  'user_agent',
  'request_id',
  'subjects',
  'input',
  'before',
  'after',
];

/**
 * `GET /audit-log.csv?scope=workspace&from=…&until=…&action=…`: the audit log as a file, the newest first, with the filters of the list. Read
 * page by page while it is sent, so its length does not matter.
 */
export const exportAuditLog: WorkspaceRoute = {
  method: 'GET',
  path: '/audit-log.csv',
  auth: 'workspace',
  permission: 'audit_log.read',
  async handle(scope, { query }) {
    const { scope: which, ...filter } = Object.fromEntries(query);
    const parsed = auditLogFilter.safeParse(filter);
    if (!parsed.success || (which !== undefined && which !== 'workspace' && which !== 'organization'))
      throw new Failure('request.invalid', {
        details: (parsed.error?.issues ?? []).map(detailOf),
      });
    // The first page is read before the answer begins, so that a refusal is one.
    const pages = pagesOf(scope, { scope: which ?? 'workspace', filter: parsed.data });
    const first = await pages.next();
    return {
      body: Readable.from(csvOf(first.value ?? [], pages)),
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit-log.csv"',
      },
    };
  },
};

async function* pagesOf(
  scope: CallScope,
  input: Pick<Parameters<typeof listAuditLog>[1], 'scope' | 'filter'>,
): AsyncGenerator<AuditLogEntry[], undefined> {
  let cursor: string | undefined;
  do {
    const page = await listAuditLog(scope, { ...input, limit: 200, cursor });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function* csvOf(first: AuditLogEntry[], rest: AsyncIterable<AuditLogEntry[]>): AsyncIterable<string> {
  const lines = (entries: AuditLogEntry[]) =>
    entries.map((entry) => `${cellsOf(entry).map(quoted).join(',')}\r\n`).join('');
  yield `${header.join(',')}\r\n${lines(first)}`;
  for await (const page of rest) yield lines(page);
}

const cellsOf = (entry: AuditLogEntry): string[] => [
  entry.at,
  entry.actor?.kind ?? '',
  entry.actor?.id ?? '',
  entry.actor?.name ?? '',
  entry.onBehalfOf ?? '',
  entry.action,
  entry.outcome,
  entry.ip ?? '',
  entry.userAgent ?? '',
  entry.requestId ?? '',
  entry.subjects.join(' '),
  ...[entry.input, entry.before, entry.after].map((values) => (values ? JSON.stringify(values) : '')),
];

/** Spreadsheets run what begins like a formula; an apostrophe makes it text. */
const quoted = (cell: string) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
