import { createClient } from '@tabard/sdk';

const outreach = createClient({
  apiKey: process.env.OUTREACH_KEY ?? '',
  baseUrl: 'https://api.agency.example',
  workspace: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
});

const lead = await outreach.leads.create({ email: 'lena@brandt.example', firstName: 'Lena' });
const campaign = await outreach.campaigns.create({ name: 'Freight brokers', audience: { leadIds: [lead.id] } });
console.log(campaign.blockers.map((blocker) => blocker.message));

export {};
