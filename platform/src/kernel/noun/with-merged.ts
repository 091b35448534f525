/** SQL of the ids of a record in `place`, and of all that became part of it; the workspace is `$1`. */
export const withMerged = (table: 'company' | 'lead', place: string): string => `
    with recursive merged as (
      select ${place}::uuid as id
      union
      select c.id from ${table} c join merged m on c.merged_into_id = m.id where c.workspace_id = $1)
    select id from merged`;
