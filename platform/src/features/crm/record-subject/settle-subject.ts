import type { Uuid } from '@tabard/contract';
import type { RecordNoun } from '@tabard/contract/crm/record-subject';
import { fail, withMerged, type WriteScope } from '#kernel';

/** A checked subject: its id is a UUID. */
export interface SubjectInput {
  noun: RecordNoun;
  id: Uuid;
}

/** Which record a row is about: one of them is set at most. */
export interface SubjectColumns {
  leadId: Uuid | null;
  companyId: Uuid | null;
  dealId: Uuid | null;
}

/** The columns of what is about no record. */
export const noSubject: SubjectColumns = { leadId: null, companyId: null, dealId: null };

/** What the record that a row under an alias is about is called now. */
export const subjectNameOf = (alias: string): string => `coalesce(
      (select coalesce(nullif(concat_ws(' ', l.first_name, l.last_name), ''), l.email) from lead l
        where l.workspace_id = ${alias}.workspace_id and l.id = ${alias}.lead_id),
      (select c.name from company c where c.workspace_id = ${alias}.workspace_id and c.id = ${alias}.company_id),
      (select d.title from deal d where d.workspace_id = ${alias}.workspace_id and d.id = ${alias}.deal_id))`;

/**
 * The columns that say which record is meant. It is there and not archived, and is there until the transaction ends.
 * @throws Failure of the noun's own unknown ids.
 */
export async function settleSubject(
  { sql, workspaceId }: WriteScope,
  { noun, id }: SubjectInput,
): Promise<SubjectColumns> {
  const [row] = await sql(
    `select 1 from ${noun} where workspace_id = $1 and id = $2 and archived_at is null for key share`,
    [workspaceId, id],
  );
  if (!row) fail(`${noun}.not_found`);
  return { ...noSubject, [`${noun}Id`]: id };
}

/** Conditions of the rows under an alias that are about a record, or about a company that became part of it; pushes their values. */
export const aboutSubject =
  (alias: string, subject: SubjectInput | undefined) =>
  (values: unknown[]): string[] => {
    if (!subject) return [];
    const place = `$${values.push(subject.id)}`;
    return subject.noun === 'company'
      ? [`${alias}.company_id = any (array (${withMerged('company', place)}))`]
      : [`${alias}.${subject.noun}_id = ${place}`];
  };
