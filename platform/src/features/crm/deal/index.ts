import { defineFeature } from '#kernel';
import { dealSearch } from './deal-search.ts';
import { DealLeadSchema, DealMoveSchema, DealSchema } from './deal.entity.ts';
import { dealRouter } from './deal.router.ts';
import { seedDeals } from './seed-deals.ts';

/** Deals: what may be sold to whom, and where it stands. */
export const dealFeature = defineFeature({
  name: 'deal',
  entities: [DealSchema, DealLeadSchema, DealMoveSchema],
  searched: [dealSearch],
  router: dealRouter,
  seed: seedDeals,
});

export { oddsOf } from './deal.entity.ts';
export { lastCampaignOf } from './last-campaign.ts';
export { refuse, requireCampaigns, sumOf } from './deal.rules.ts';
export { dealRouter };
