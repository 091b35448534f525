import { createClient, isTabardError } from '@tabard/sdk';

const outreach = createClient({ apiKey: process.env.OUTREACH_KEY ?? '', baseUrl: 'https://api.agency.example' });

try {
  await outreach.campaigns.launch({ id: 'cmp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d' });
} catch (error) {
  if (!isTabardError(error)) throw error;
  console.error(error.message);
}

export {};
