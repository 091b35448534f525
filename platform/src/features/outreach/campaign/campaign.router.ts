import {
  campaignActInput,
  campaignCreateInput,
  campaignGetInput,
  campaignListInput,
  campaignOutput,
  campaignSummary,
  campaignUpdateInput,
  pageOf,
  whyNotNowInput,
  whyNotNowOutput,
} from '@tabard/contract';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveCampaign, completeCampaign, pauseCampaign, resumeCampaign } from './change-campaign-state.ts';
import { explainCampaign } from './explain-campaign.ts';
import { getCampaign } from './get-campaign.ts';
import { launchCampaign } from './launch-campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { createCampaign, updateCampaign } from './save-campaign.ts';

const steer = { permission: 'campaign.launch', input: campaignActInput, output: campaignOutput } as const;

/** Campaigns: an audience, a sequence of mails, mailboxes and a schedule. */
export const campaignRouter = router({
  /** Campaigns, newest first, with their numbers and the trend of 14 days. Archived ones only when `state` asks for them. */
  list: workspaceQuery({
    permission: 'campaign.read',
    input: campaignListInput,
    output: pageOf(campaignSummary),
    handler: listCampaigns,
  }),
  /** A campaign with its steps and numbers; `blockers` says what is missing before a draft can start. */
  get: workspaceQuery({
    permission: 'campaign.read',
    input: campaignGetInput,
    output: campaignOutput,
    handler: getCampaign,
  }),
  /** A new draft. */
  create: workspaceMutation({
    permission: 'campaign.write',
    input: campaignCreateInput,
    output: campaignOutput,
    handler: createCampaign,
  }),
  /** Changes what is given. `steps` replaces the whole sequence; steps with an id keep their statistics. */
  update: workspaceMutation({
    permission: 'campaign.write',
    input: campaignUpdateInput,
    output: campaignOutput,
    handler: updateCampaign,
  }),
  /** Fixes the audience and starts sending. Fails with `campaign.not_ready` and what is missing. */
  launch: workspaceMutation({ ...steer, handler: launchCampaign }),
  /** Stops sending within two seconds; leads keep their place. */
  pause: workspaceMutation({ ...steer, handler: pauseCampaign }),
  /** Goes on where the campaign was paused. */
  resume: workspaceMutation({ ...steer, handler: resumeCampaign }),
  /** Ends the campaign for good, before its leads are through. */
  complete: workspaceMutation({ ...steer, handler: completeCampaign }),
  /** Takes a draft, a paused or a completed campaign out of the list. */
  archive: workspaceMutation({ ...steer, handler: archiveCampaign }),
  /** Why leads get no mail right now, most frequent reason first. */
  whyNotNow: workspaceQuery({
    permission: 'campaign.read',
    input: whyNotNowInput,
    output: whyNotNowOutput,
    handler: explainCampaign,
  }),
});
