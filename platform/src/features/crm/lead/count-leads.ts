import type { leadCountInput } from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope } from '#kernel';
import { leadSelection } from './lead-selection.ts';

/** How many leads a filter takes. */
export async function countLeads(scope: ReadScope, input: z.output<typeof leadCountInput>): Promise<{ count: number }> {
  const values: unknown[] = [scope.workspaceId];
  const [row] = await scope.read<{ count: string }>(
    `select count(*) from lead l where l.workspace_id = $1 and ${leadSelection(input.filter, values)}`,
    values,
  );
  return { count: Number(row?.count ?? 0) };
}
