import { createClient } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });

// For every workspace of an agency:
await outreach.embedConfigurations.updateForOrganization({
  organizationId: 'org_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
  configuration: {
    'lead-table': { columns: ['email', 'company', 'status'], defaultFilter: { status: 'new' } },
    inbox: { hidden: ['search'] },
  },
});

// For one client, on top of that:
await outreach.embedConfigurations.update(
  { configuration: { 'lead-table': { actions: [] } } },
  { workspace: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d' },
);

export {};
