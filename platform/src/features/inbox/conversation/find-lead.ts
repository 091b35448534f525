import type { Uuid } from '@tabard/contract';
import { suppressionKeyInput } from '@tabard/email';
import type { Sql } from '#kernel';
import { isSamePerson } from './incoming.rules.ts';

export interface FoundLead {
  id: Uuid;
  email: string;
}

/** The addresses that a lead has now: the one that is written to, and further ones. */
export async function addressesOf(sql: Sql, workspaceId: Uuid, leadId: Uuid | null): Promise<string[]> {
  if (leadId === null) return [];
  const rows = await sql<{ email: string }>(
    `select email from lead where workspace_id = $1 and id = $2
     union all select value from lead_reach where workspace_id = $1 and lead_id = $2 and kind = 'email'`,
    [workspaceId, leadId],
  );
  return rows.map(({ email }) => email);
}

/** The lead who writes from this address: the one that has it, first or among further ones, or the one person's that is suppressed by the same key. */
export async function findLead(sql: Sql, workspaceId: Uuid, address: string): Promise<FoundLead | null> {
  const key = suppressionKeyInput(address);
  if (key === null) return null;
  const [exact] = await sql<FoundLead>(
    `select id, email from lead where workspace_id = $1 and email = any($2::text[]) and archived_at is null
      order by email = $3 desc limit 1`,
    [workspaceId, [address, key], address],
  );
  if (exact) return exact;
  const [further] = await sql<FoundLead>(
    `select l.id, r.value as email from lead_reach r join lead l on l.workspace_id = $1 and l.id = r.lead_id
      where r.workspace_id = $1 and r.kind = 'email' and r.value = any($2::text[]) and l.archived_at is null
      order by r.value = $3 desc, l.created_at, l.id limit 1`,
    [workspaceId, [address, key], address],
  );
  if (further) return further;
  // Few leads have a tag in their address; they have an index of their own.
  const tagged = await sql<FoundLead>(
    `select id, email from lead where workspace_id = $1 and archived_at is null and email like '%+%' and starts_with(email, $2)
      order by created_at desc limit 1000`,
    [workspaceId, `${key.slice(0, key.lastIndexOf('@'))}+`],
  );
  return tagged.find((lead) => isSamePerson(lead.email, address)) ?? null;
}
