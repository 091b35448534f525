import { createClient } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });

export async function openSession(user: { id: string; name: string; email: string }) {
  const { clientSecret, expiresAt } = await outreach.embedSessions.create({
    workspaceId: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
    user: { externalId: user.id, name: user.name, email: user.email },
    widgets: { inbox: {}, 'campaign-list': { permissions: ['campaign.read'] } },
    origins: ['https://portal.agency.example'],
  });
  return { clientSecret, expiresAt };
}

export {};
