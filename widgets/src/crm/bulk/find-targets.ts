import { msg } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import type { OutreachClient } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import type { Option } from '../../kit/select.ts';
import { leadWords } from '../lead-count-words.ts';

const byName = { limit: 50, sort: 'name', direction: 'asc' } as const;

/** Tags whose name or category holds what was typed. */
export async function findTags(client: OutreachClient, search: string): Promise<readonly Tag[]> {
  const { items } = await client.tags.list({ ...byName, ...(search && { filter: { search } }) });
  return items;
}

/** Lists by what was typed. */
export async function findLists({ client, format }: Session, search: string): Promise<readonly Option[]> {
  const { items } = await client.lists.list({ ...byName, ...(search && { filter: { search } }) });
  return items.map(({ id, name, leadCount }) => ({ value: id, label: name, hint: leadWords(leadCount, format) }));
}

/** The id of a list that was chosen, or of one that is made of the name that was written. */
export async function chosenList({ cache, client }: Session, chosen: string): Promise<string> {
  if (/^lst_[0-9a-f]{32}$/.test(chosen)) return chosen;
  const { id } = await client.lists.create({ name: chosen });
  cache.invalidate(['lists']);
  return id;
}

/** Campaigns that take in leads, or have some, by what was typed. */
export async function findCampaigns(client: OutreachClient, search: string): Promise<readonly Option[]> {
  const { items } = await client.campaigns.list({
    limit: 50,
    filter: { state: ['running', 'paused'], ...(search && { search }) },
  });
  return items.map(({ id, name, state }) => ({
    value: id,
    label: name,
    hint: state === 'paused' ? msg('paused') : msg('running'),
  }));
}
