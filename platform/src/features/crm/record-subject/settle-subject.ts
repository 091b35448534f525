import type { Uuid } from '@tabard/contract';
import type { RecordNoun } from '@tabard/contract/crm/record-subject';
import { fail, withMerged, type WriteScope } from '#kernel';

/** A checked subject: its id is a UUID. */
export interface SubjectInput {
  noun: RecordNoun;
  id: Uuid;
}

/**
 * The columns that say which record is meant. It is there and not archived, and is there until the transaction ends.
 * @throws Failure of the noun's own unknown ids.
 */
export async function settleSubject(
  { sql, workspaceId }: WriteScope,
  { noun, id }: SubjectInput,
): Promise<{ leadId: Uuid | null; companyId: Uuid | null }> {
  const [row] = await sql(
    `select 1 from ${noun} where workspace_id = $1 and id = $2 and archived_at is null for key share`,
    [workspaceId, id],
  );
  if (!row) fail(`${noun}.not_found`);
  return { leadId: noun === 'lead' ? id : null, companyId: noun === 'company' ? id : null };
}

/** Conditions of the rows under an alias that are about a record, or about a company that became part of it; pushes their values. */
export const aboutSubject =
  (alias: string, subject: SubjectInput | undefined) =>
  (values: unknown[]): string[] => {
    if (!subject) return [];
    const place = `$${values.push(subject.id)}`;
    return subject.noun === 'lead'
      ? [`${alias}.lead_id = ${place}`]
      : [`${alias}.company_id = any (array (${withMerged('company', place)}))`];
  };
