import { createClient } from '@tabard/sdk';

const outreach = createClient({
  apiKey: process.env.OUTREACH_KEY ?? '',
  baseUrl: 'https://api.agency.example',
  workspace: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
});

for await (const event of outreach.events.stream({ types: ['lead.replied'] })) console.log(event);

export {};
