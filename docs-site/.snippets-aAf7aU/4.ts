import { createClient } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });

export async function openInbox(user: { id: string; name: string }) {
  const { url } = await outreach.hostedPages.create({
    workspaceId: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
    user: { externalId: user.id, name: user.name },
    widgets: { inbox: {}, 'campaign-editor': { permissions: ['campaign.read'] } },
    widget: 'inbox',
    frameOrigins: ['https://portal.agency.example'],
    returnUrl: 'https://portal.agency.example/inbox',
  });
  return { url };
}

export {};
