import { defineFeature } from '#kernel';
import { CostSchema } from './cost.entity.ts';
import { costRouter } from './cost.router.ts';
import { seedCosts } from './seed-costs.ts';

/** Costs: what was spent on winning customers, for which days, and on what. */
export const costFeature = defineFeature({
  name: 'cost',
  entities: [CostSchema],
  router: costRouter,
  seed: seedCosts,
});

export { costRouter };
