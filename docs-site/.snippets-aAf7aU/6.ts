import { createClient } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });

const page = await outreach.leads.list({ filter: { status: ['replied'] }, limit: 50 });
console.log(page.items.length, page.nextCursor);

for await (const lead of outreach.leads.list({ sort: 'email', direction: 'asc' })) console.log(lead.email);

export {};
