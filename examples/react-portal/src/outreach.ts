import { outreachComponents } from '@tabard/widgets/react';

/** The elements under this portal's own prefix. */
export const { AnalyticsOverview, CampaignEditor, CampaignList, Inbox, LeadTable } = outreachComponents('marlow');
