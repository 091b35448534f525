import { defineFeature } from '#kernel';
import { campaignSearch } from './campaign-search.ts';
import { AudiencePartSchema } from './audience-part.entity.ts';
import { CampaignSchema, StepSchema } from './campaign.entity.ts';
import { campaignRouter } from './campaign.router.ts';
import { campaignSnapshot } from './campaign-snapshot.ts';
import { enrollAudience } from './enroll-audience.job.ts';
import { uncountLeads } from './uncount-leads.ts';
import { campaignFinisher } from './finish-campaigns.ts';

/** Campaigns and their sequences. */
export const campaignFeature = defineFeature({
  name: 'campaign',
  entities: [CampaignSchema, StepSchema, AudiencePartSchema],
  searched: [campaignSearch],
  router: campaignRouter,
  jobs: [enrollAudience],
  services: [campaignFinisher],
  snapshots: [campaignSnapshot],
  forgets: uncountLeads,
  // What runs somewhere else may run there still.
  carried: [
    {
      table: 'campaign',
      row: (_app, _workspaceId, row) => ({ ...row, ...(row['state'] === 'running' && { state: 'paused' }) }),
    },
  ],
});

export { enrollNext } from './enroll-audience.ts';
export { enrollLeads, requireEnrolling, type LeftOut } from './enroll-leads.ts';
export { finishCampaigns } from './finish-campaigns.ts';
export { stopOutreach, type StopReason } from '#features/outreach/delivery';
export { campaignRouter };
