import type { Uuid } from '@tabard/contract';
import { costDaysLimit } from '@tabard/contract/crm/return-words';
import { refuse, requireCampaigns } from '#features/crm/deal';
import type { WriteScope } from '#kernel';

interface Written {
  startsOn: string;
  endsOn: string;
  campaignIds?: readonly Uuid[] | undefined;
}

/**
 * A cost ends no earlier than it begins, and was spent on campaigns of its own workspace.
 * @throws Failure `request.invalid` that names what does not fit.
 */
export async function settleCost(scope: WriteScope, { startsOn, endsOn, campaignIds }: Written): Promise<void> {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
  if (days < 1) refuse('endsOn', 'wrong_form', 'The last day must not be before the first.');
  if (days > costDaysLimit) refuse('endsOn', 'too_large', 'Give at most ten years.');
  await requireCampaigns(scope, campaignIds ?? [], (at) => `campaignIds.${at}`);
}
