import type { Uuid } from '@tabard/contract';
import { suppressionKeyInput } from '@tabard/email';
import type { Sql } from '#kernel';
import { isSamePerson } from './incoming.rules.ts';

export interface FoundLead {
  id: Uuid;
  email: string;
}

/** The address that a lead has now. */
export async function emailOf(sql: Sql, workspaceId: Uuid, leadId: Uuid | null): Promise<string | null> {
  if (leadId === null) return null;
  const [row] = await sql<{ email: string }>('select email from lead where workspace_id = $1 and id = $2', [
    workspaceId,
    leadId,
  ]);
  return row?.email ?? null;
}

/** The lead who writes from this address: the one that has it, or the one person's that is suppressed by the same key. */
export async function findLead(sql: Sql, workspaceId: Uuid, address: string): Promise<FoundLead | null> {
  const key = suppressionKeyInput(address);
  if (key === null) return null;
  const [exact] = await sql<FoundLead>(
    `select id, email from lead where workspace_id = $1 and email = any($2::text[]) and archived_at is null
      order by email = $3 desc limit 1`,
    [workspaceId, [address, key], address],
  );
  if (exact) return exact;
  // Few leads have a tag in their address; they have an index of their own.
  const tagged = await sql<FoundLead>(
    `select id, email from lead where workspace_id = $1 and archived_at is null and email like '%+%' and starts_with(email, $2)
      order by created_at desc limit 1000`,
    [workspaceId, `${key.slice(0, key.lastIndexOf('@'))}+`],
  );
  return tagged.find((lead) => isSamePerson(lead.email, address)) ?? null;
}
