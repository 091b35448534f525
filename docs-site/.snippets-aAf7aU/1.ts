import { createClient } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });
export const openSession = (user: { id: string; name: string }) =>
  outreach.embedSessions.create({
    workspaceId: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d',
    user: { externalId: user.id, name: user.name },
    widgets: { inbox: {} },
    origins: ['https://portal.agency.example'],
  });

export {};
