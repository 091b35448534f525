import { fromPublicId, type Uuid } from '@tabard/contract';
import { insertOne, type WriteScope } from '#kernel';
import { dealReasons } from './deal-reason.entity.ts';

const story = {
  won: ['Best service', 'Price', 'They knew us'],
  lost: ['Too expensive', 'No budget this year', 'Chose somebody else', 'Went silent'],
} as const;

/** The reasons of the demo; gives their ids. */
export async function seedReasons(scope: WriteScope): Promise<Record<'won' | 'lost', Uuid[]>> {
  const made: Record<'won' | 'lost', Uuid[]> = { won: [], lost: [] };
  for (const outcome of ['won', 'lost'] as const)
    for (const name of story[outcome]) {
      const { id } = await insertOne(dealReasons, scope, { name, outcome });
      made[outcome].push(fromPublicId('dealReason', id)!); // the platform's own id
    }
  return made;
}
