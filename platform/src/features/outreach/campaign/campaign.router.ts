import {
  campaignCreateInput,
  campaignNoun,
  campaignOutput,
  campaignSummary,
  campaignUpdateInput,
  pageOf,
  whyNotNowOutput,
} from '@tabard/contract';
import { archiveOf, countOf, listRows, restoreOf, router, workspaceMutation, workspaceQuery } from '#kernel';
import { campaigns } from './campaign.entity.ts';
import { completeCampaign, endBeforeArchive, pauseCampaign, resumeCampaign } from './change-campaign-state.ts';
import { explainCampaign } from './explain-campaign.ts';
import { getCampaign } from './get-campaign.ts';
import { launchCampaign } from './launch-campaign.ts';
import { withNumbers } from './read-campaigns.ts';
import { createCampaign, updateCampaign } from './save-campaign.ts';

const steer = { permission: 'campaign.launch', input: campaignNoun.idInput, output: campaignOutput } as const;

/** Campaigns: an audience, a sequence of mails, mailboxes and a schedule. */
export const campaignRouter = router({
  /** Lists campaigns with their numbers and the trend of 14 days, newest first unless told otherwise. */
  list: workspaceQuery({
    permission: campaigns.read,
    input: campaignNoun.listInput,
    output: pageOf(campaignSummary),
    handler: (scope, input) => listRows(campaigns, scope, input, {}, withNumbers),
  }),
  /** Counts the campaigns that a filter takes. */
  count: countOf(campaigns),
  /** A campaign with its steps and numbers; `blockers` says what is missing before a draft can start. */
  get: workspaceQuery({
    permission: campaigns.read,
    input: campaignNoun.idInput,
    output: campaignOutput,
    handler: getCampaign,
  }),
  /** A new draft. */
  create: workspaceMutation({
    permission: campaigns.write,
    input: campaignCreateInput,
    output: campaignOutput,
    handler: createCampaign,
  }),
  /** Changes what is given. `steps` replaces the whole sequence; steps with an id keep their statistics. */
  update: workspaceMutation({
    permission: campaigns.write,
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
  /** Takes up to 1,000 campaigns out of the list: drafts, completed ones, and paused ones, which end with it. All of them or none. */
  archive: archiveOf(campaigns, { permission: 'campaign.launch', prepare: endBeforeArchive }),
  /** Brings archived campaigns back, as drafts or completed: none of them sends again. */
  restore: restoreOf(campaigns, { permission: 'campaign.launch' }),
  /** Why leads get no mail right now, most frequent reason first. */
  whyNotNow: workspaceQuery({
    permission: campaigns.read,
    input: campaignNoun.idInput,
    output: whyNotNowOutput,
    handler: explainCampaign,
  }),
});
