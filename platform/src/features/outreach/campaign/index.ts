import { defineFeature } from '#kernel';
import { CampaignSchema, StepSchema } from './campaign.entity.ts';
import { campaignRouter } from './campaign.router.ts';
import { campaignFinisher } from './finish-campaigns.ts';

/** Campaigns and their sequences. */
export const campaignFeature = defineFeature({
  name: 'campaign',
  entities: [CampaignSchema, StepSchema],
  router: campaignRouter,
  services: [campaignFinisher],
});

export { finishCampaigns } from './finish-campaigns.ts';
export { stopOutreach, type StopReason } from '#features/outreach/delivery';
export { campaignRouter };
