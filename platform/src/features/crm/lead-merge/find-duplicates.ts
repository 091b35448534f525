import { toPublicId, type Uuid } from '@tabard/contract';
import type { leadDistinctInput, leadDuplicatesInput, leadDuplicatesOutput } from '@tabard/contract/crm/lead-merge';
import type { LeadDuplicateReason } from '@tabard/contract/crm/lead-merge-words';
import type { z } from 'zod';
import { fail, type ReadScope, type WriteScope } from '#kernel';

interface FoundRow {
  reason: LeadDuplicateReason;
  value: string;
  id: Uuid;
  email: string;
  name: string;
  company: string | null;
}

/** Leads of one group that are shown. */
const mostOfOne = 20;
const live = (alias: string): string => `${alias}.workspace_id = $1 and ${alias}.archived_at is null`;
/** An address without its tag. */
const untagged = (email: string): string => `regexp_replace(${email}, '\\+[^@]*@', '@')`;
const nameOf = (alias: string): string => `fold_text(concat_ws(' ', ${alias}.first_name, ${alias}.last_name))`;
/** Where somebody works, as it is compared. */
const worksAt = (alias: string): string => `coalesce(${alias}.company_id::text, fold_text(${alias}.company))`;
/** The same without folding, which a million of rows bear: case alone. */
const quickName = (alias: string): string => `lower(${alias}.first_name || ' ' || ${alias}.last_name)`;
const quickWorksAt = (alias: string): string => `coalesce(${alias}.company_id::text, lower(${alias}.company))`;

/** Each pair of a reason, what they have in common, and a lead that has it: first all that several leads have. */
const everywhere = `
  select 'email' as reason, ${untagged('t.email')} as value, t.id from lead t where ${live('t')} and t.email like '%+%'
  union
  select 'email', ${untagged('t.email')}, b.id from lead t join lead b on ${live('b')} and b.email = ${untagged('t.email')}
   where ${live('t')} and t.email like '%+%'
  union
  select 'email', r.value, r.lead_id from lead_reach r where r.workspace_id = $1 and r.kind = 'email'
  union
  select 'email', r.value, l.id from lead_reach r join lead l on ${live('l')} and l.email = r.value where r.workspace_id = $1 and r.kind = 'email'
  union
  select 'phone', p.phone_normal, p.id from lead p where ${live('p')} and p.phone_normal is not null
     and p.phone_normal in (select x.phone_normal from lead x where ${live('x')} and x.phone_normal is not null group by 1 having count(*) > 1)
  union
  select 'phone', r.value, r.lead_id from lead_reach r where r.workspace_id = $1 and r.kind = 'phone'
  union
  select 'phone', r.value, l.id from lead_reach r join lead l on ${live('l')} and l.phone_normal = r.value where r.workspace_id = $1 and r.kind = 'phone'
  union
  select 'name', n.value, unnest(n.ids) from (
    select ${quickName('n')} as value, ${quickWorksAt('n')} as place, (array_agg(n.id order by n.id))[1:${mostOfOne}] as ids from lead n
     where ${live('n')} and n.first_name is not null and n.last_name is not null and (n.company_id is not null or n.company is not null)
     group by 1, 2 having count(*) > 1 order by 1, 2 limit 1000) as n`;

/** Those that have something in common with one lead, and the lead itself. */
const ofOne = `
  with one as (select l.*, ${untagged('l.email')} as bare from lead l where ${live('l')} and l.id = $2),
  addresses as (
    select o.email as value from one o union select o.bare from one o
    union select r.value from lead_reach r where r.workspace_id = $1 and r.lead_id = $2 and r.kind = 'email'),
  numbers as (
    select o.phone_normal as value from one o where o.phone_normal is not null
    union select r.value from lead_reach r where r.workspace_id = $1 and r.lead_id = $2 and r.kind = 'phone')
  select 'email' as reason, a.value, l.id from addresses a join lead l on ${live('l')} and l.email = a.value
  union
  select 'email', o.bare, l.id from one o join lead l on ${live('l')} and l.email like '%+%' and ${untagged('l.email')} = o.bare
  union
  select 'email', a.value, r.lead_id from addresses a join lead_reach r on r.workspace_id = $1 and r.kind = 'email' and r.value = a.value
  union
  select 'email', a.value, $2::uuid from addresses a
  union
  select 'phone', n.value, l.id from numbers n join lead l on ${live('l')} and l.phone_normal = n.value
  union
  select 'phone', n.value, r.lead_id from numbers n join lead_reach r on r.workspace_id = $1 and r.kind = 'phone' and r.value = n.value
  union
  select 'phone', n.value, $2::uuid from numbers n
  union
  select 'name', ${nameOf('o')}, l.id from one o join lead l on ${live('l')}
     and (case when l.last_name is null then '' else l.last_name end) = o.last_name
     and ${nameOf('l')} = ${nameOf('o')} and ${worksAt('l')} = ${worksAt('o')} where o.first_name is not null
  union
  select 'name', ${nameOf('o')}, l.id from one o join lead l on ${live('l')} and l.company_id = o.company_id and ${nameOf('l')} = ${nameOf('o')}
   where o.first_name is not null and o.last_name is not null`;

/** Live leads that may be the same, in groups by what they have in common; those that somebody told apart left out. */
export async function findDuplicates(
  { read, workspaceId }: ReadScope,
  { id, limit }: z.output<typeof leadDuplicatesInput>,
): Promise<z.input<typeof leadDuplicatesOutput>> {
  if (id) {
    const [known] = await read('select 1 from lead where workspace_id = $1 and id = $2', [workspaceId, id]);
    if (!known) fail('lead.not_found');
  }
  const rows = await read<FoundRow>(
    `with found as (${id ? ofOne : everywhere}), lively as (
       select f.reason, f.value, l.id, l.email, concat_ws(' ', l.first_name, l.last_name) as name, l.company, l.created_at
         from found f join lead l on ${live('l')} and l.id = f.id),
     shared as (
       select a.reason, a.value from lively a join lively b on b.reason = a.reason and b.value = a.value and b.id > a.id
        where not exists (select from lead_distinct x where x.workspace_id = $1 and x.lead_id = a.id and x.other_id = b.id)
        group by 1, 2 order by 1, 2 limit ${limit})
     select v.reason, v.value, v.id, v.email, v.name, v.company from (
       select v.*, row_number() over (partition by v.reason, v.value order by v.created_at, v.id) as place
         from lively v join shared s on s.reason = v.reason and s.value = v.value) as v
      where v.place <= ${mostOfOne} order by v.reason, v.value, v.place`,
    id ? [workspaceId, id] : [workspaceId],
  );
  const groups = Map.groupBy(rows, ({ reason, value }) => `${reason} ${value}`);
  return { items: withoutRepeats([...groups.values()]).map(shape) };
}

/** The same leads are one group, by the first reason that they have. */
function withoutRepeats(groups: readonly FoundRow[][]): FoundRow[][] {
  const seen = new Set<string>();
  return groups.filter((rows) => {
    const who = rows
      .map(({ id }) => id)
      .toSorted()
      .join();
    const isNew = !seen.has(who);
    seen.add(who);
    return isNew;
  });
}

function shape(rows: readonly FoundRow[]): z.input<typeof leadDuplicatesOutput>['items'][number] {
  const [first] = rows;
  return {
    reason: first?.reason ?? 'email',
    value: first?.value ?? '',
    leads: rows.map(({ id, email, name, company }) => ({ id: toPublicId('lead', id), email, name, company })),
  };
}

/** Remembers that leads are not the same, or forgets it. */
export async function tellApart(
  { sql, workspaceId }: WriteScope,
  { id, otherIds, distinct }: z.output<typeof leadDistinctInput>,
): Promise<{ count: number }> {
  const wanted = new Set([id, ...otherIds]);
  const known = await sql<{ id: Uuid }>('select id from lead where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    [...wanted],
  ]);
  if (known.length < wanted.size) fail('lead.not_found');
  const pairs = `unnest($2::uuid[]) as a(id) join unnest($2::uuid[]) as b(id) on a.id < b.id`;
  const rows = distinct
    ? await sql(
        `insert into lead_distinct (workspace_id, lead_id, other_id) select $1, a.id, b.id from ${pairs} order by 2, 3 on conflict do nothing returning 1`,
        [workspaceId, [...wanted]],
      )
    : await sql(
        `delete from lead_distinct x using ${pairs} where x.workspace_id = $1 and x.lead_id = a.id and x.other_id = b.id returning 1`,
        [workspaceId, [...wanted]],
      );
  return { count: rows.length };
}
