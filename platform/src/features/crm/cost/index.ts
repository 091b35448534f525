import { defineFeature } from '#kernel';
import { costs, CostSchema } from './cost.entity.ts';
import { costRouter } from './cost.router.ts';
import { seedCosts } from './seed-costs.ts';

/** TODO: say what this feature gives. */
export const costFeature = defineFeature({
  name: 'cost',
  entities: [CostSchema],
  router: costRouter,
  seed: seedCosts,
});

export { costRouter, costs };
