import type { CampaignState } from '@tabard/contract';
import type { SampleOptions } from './sample-client.ts';
import { page } from './sample-pages.ts';
import { whyNotNow } from './sample-reasons.ts';
import { ago, campaign, campaignRows, counts } from './sample-records.ts';

interface Asked {
  filter?: { state?: readonly CampaignState[]; search?: string; archived?: boolean };
}
interface One {
  id: string;
}

/** The procedures of campaigns over a few in memory, which stay as they were steered and archived. */
export function campaignAnswers({ empty, enrolling = 0 }: SampleOptions): Record<string, (input: never) => unknown> {
  const archived = new Set<string>();
  const steered = new Map<string, CampaignState>();
  const now = <T extends { id: string; state: CampaignState }>(one: T) => ({
    ...one,
    state: steered.get(one.id) ?? one.state,
    archivedAt: archived.has(one.id) ? ago(5) : null,
  });
  const steer =
    (state: CampaignState) =>
    ({ id }: One) =>
      now((steered.set(id, state), campaign(id)));
  return {
    'campaigns.list': ({ filter = {}, ...input }: Asked) =>
      page(
        (empty ? [] : campaignRows)
          .map(now)
          .filter(
            ({ name, state, archivedAt }) =>
              Boolean(archivedAt) === (filter.archived ?? false) &&
              (filter.state?.includes(state) ?? true) &&
              (!filter.search || name.toLowerCase().includes(filter.search.toLowerCase())),
          ),
        input,
      ),
    'campaigns.get': ({ id }: One) => ({ ...now(campaign(id)), enrolling }),
    'campaigns.create': (values: object) => ({ ...campaign('cmp_4'), ...values, id: 'cmp_4', counts: counts(0) }),
    'campaigns.update': ({ id }: One) => campaign(id),
    'campaigns.launch': ({ id }: One) => ({ ...campaign(id), state: 'running', launchedAt: ago(0) }),
    'campaigns.pause': steer('paused'),
    'campaigns.resume': steer('running'),
    'campaigns.complete': steer('completed'),
    'campaigns.archive': ({ ids }: { ids: string[] }) => ({ count: ids.filter((id) => archived.add(id)).length }),
    'campaigns.restore': ({ ids }: { ids: string[] }) => ({ count: ids.filter((id) => archived.delete(id)).length }),
    'campaigns.whyNotNow': whyNotNow,
  };
}
