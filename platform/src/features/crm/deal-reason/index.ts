import { defineFeature } from '#kernel';
import { DealReasonSchema } from './deal-reason.entity.ts';
import { dealReasonRouter } from './deal-reason.router.ts';

/** Reasons: why deals are won or lost. */
export const dealReasonFeature = defineFeature({
  name: 'dealReason',
  entities: [DealReasonSchema],
  router: dealReasonRouter,
});

export { seedReasons } from './seed-reasons.ts';
export { dealReasonRouter };
