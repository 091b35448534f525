import { campaignCreateInput, type Uuid } from '@tabard/contract';
import { defineSnapshotPart, setArchived } from '#kernel';
import { campaigns } from './campaign.entity.ts';
import { endBeforeArchive } from './change-campaign-state.ts';
import { getCampaign } from './get-campaign.ts';
import { createCampaign, updateCampaign } from './save-campaign.ts';

/** Whom a campaign is for and which mailboxes send it is each workspace's own. */
const shape = campaignCreateInput.omit({ mailboxIds: true, audience: true });

/** The live campaigns of a workspace; elsewhere they are drafts. */
export const campaignSnapshot = defineSnapshotPart({
  name: 'campaigns',
  shape,
  nameOf: ({ name }) => name,
  async list(scope) {
    const rows = await scope.read<{ id: Uuid; launched: boolean }>(
      `select id, state <> 'draft' as launched from campaign where workspace_id = $1 and archived_at is null order by created_at, id`,
      [scope.workspaceId],
    );
    const found = [];
    for (const { id, launched } of rows) {
      const { steps, ...campaign } = await getCampaign(scope, { id });
      const value = shape.parse({
        name: campaign.name,
        schedule: campaign.schedule,
        stopOnReply: campaign.stopOnReply,
        trackOpens: campaign.trackOpens,
        trackClicks: campaign.trackClicks,
        steps: steps.map(({ delay, subject, body }) => ({ delay, subject, body })),
      });
      found.push({ id, value, fixed: launched ? 'It has been launched, and goes on as it is.' : null });
    }
    return found;
  },
  async save(scope, value, known) {
    if (known) await updateCampaign(scope, { ...value, id: known.id });
    else await createCampaign(scope, { ...value, mailboxIds: [] });
  },
  async archive(scope, ids) {
    await endBeforeArchive(scope, ids);
    await setArchived(campaigns, scope, { ids, archived: true });
  },
});
