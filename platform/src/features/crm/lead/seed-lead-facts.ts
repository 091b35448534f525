import { membersHere } from '#features/identity/member';
import type { CallScope } from '#kernel';

/** Gives the demo's leads owners, scores and how far they have come, the same ones every time. */
export async function seedLeadFacts(scope: CallScope): Promise<void> {
  await scope.write(async ({ sql, workspaceId }) => {
    const members = await sql<{ id: string }>(`${membersHere('m.id')} order by m.created_at, m.id limit 6`, [
      workspaceId,
    ]);
    await sql(
      `update lead l set
              owner_id = case when cardinality($2::uuid[]) > 0 and n.number % 3 <> 0 then ($2::uuid[])[1 + n.number % cardinality($2::uuid[])] end,
              score = least(100, n.number % 60 + case l.status when 'replied' then 40 when 'active' then 20 else 5 end),
              lifecycle = case l.status when 'replied' then (array['engaged', 'qualified', 'opportunity'])[1 + n.number % 3]
                                        when 'active' then 'prospect' end,
              lawful_basis = 'legitimate_interest', lawful_basis_source = 'Trade register', lawful_basis_at = l.created_at
         from (select id, abs(hashtext(email)::bigint)::int % 1000 as number from lead where workspace_id = $1) as n
        where l.workspace_id = $1 and l.id = n.id`,
      [workspaceId, members.map(({ id }) => id)],
    );
  });
}
