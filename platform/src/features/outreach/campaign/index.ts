import { defineFeature } from '#kernel';
import { CampaignSchema, StepSchema } from './campaign.entity.ts';

/** The campaign feature. */
export const campaignFeature = defineFeature({ name: 'campaign', entities: [CampaignSchema, StepSchema] });

export { CampaignSchema, StepSchema };
export { stopOutreach } from './stop-outreach.ts';
