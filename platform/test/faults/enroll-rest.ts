import { expect } from 'vitest';
import { campaignFeature } from '#features/outreach/campaign';
import type { TestPlatform, TestWorkspace } from '../fixture/index.ts';

/** Runs the jobs of launches until nobody of this campaign's audience waits, and gives it. */
export async function enrollRest({ app }: TestPlatform, { caller }: TestWorkspace, id: string) {
  const working = await app.jobs.work(app, campaignFeature.jobs ?? []);
  try {
    await expect.poll(async () => (await caller.campaigns.get({ id })).enrolling, { timeout: 60_000 }).toBe(0);
  } finally {
    await working.stop();
  }
  return caller.campaigns.get({ id });
}
