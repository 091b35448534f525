import { insertOne, type CallScope } from '#kernel';
import { costs } from './cost.entity.ts';

/** The costs of the demo. */
export const seedCosts = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    for (const name of ['First cost', 'Second cost', 'Third cost']) await insertOne(costs, writing, { name });
  });
