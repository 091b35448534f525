import { msg, str } from '@lit/localize';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { Lead } from '@tabard/contract';
import type { LeadMergePreview } from '@tabard/contract/crm/lead-merge';
import type { Session } from '../../core/session.ts';
import { leadLabels } from '../lead-field-labels.ts';
import { nameOf } from '../lead-labels.ts';
import { basisWord, lifecycleWord } from '../lead-words.ts';
import { MergeDialog, type MergePair, type MergeShown } from '../record/merge-dialog.ts';

/** Makes one of two leads part of the other. */
export class LeadMerge extends MergeDialog<LeadMergePreview> {
  static override tag = 'lead-merge';

  protected override heading(): string {
    return msg('Merge leads');
  }

  protected override preview({ client }: Session, pair: MergePair): Promise<LeadMergePreview> {
    return client.leadMerges.preview(pair);
  }

  protected override async merge({ client }: Session, pair: MergePair, take: readonly string[]): Promise<string> {
    const { id } = await client.leadMerges.merge({ ...pair, take: [...take] });
    return id;
  }

  #words(lead: Lead, field: string): string {
    if (field.startsWith('custom.')) {
      const key = field.slice('custom.'.length);
      return Object.hasOwn(lead.custom, key) ? showCustomValue(undefined, lead.custom[key]) : '';
    }
    if (field === 'ownerId') return lead.ownerName ?? '';
    if (field === 'lifecycle') return lead.lifecycle ? lifecycleWord(lead.lifecycle) : '';
    if (field === 'lawfulBasis') return lead.lawfulBasis ? basisWord(lead.lawfulBasis) : '';
    if (field === 'lawfulBasisAt') return lead.lawfulBasisAt ? this.session.format.date(lead.lawfulBasisAt) : '';
    const value = (lead as Record<string, unknown>)[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  protected override shown(preview: LeadMergePreview): MergeShown {
    const { lead, other, differing, campaigns, sharedCampaigns, conversations } = preview;
    const { format } = this.session;
    const label = (field: string): string =>
      field.startsWith('custom.') ? field.slice('custom.'.length) : leadLabels[field as keyof typeof leadLabels]();
    return {
      stays: nameOf(lead),
      other: nameOf(other),
      differing: differing.map((field) => ({
        field,
        label: label(field),
        own: this.#words(lead, field),
        others: this.#words(other, field),
      })),
      notes: [
        ...(campaigns > 0 ? [msg(str`Campaigns that go on with it: ${format.number(campaigns)}`)] : []),
        ...(sharedCampaigns > 0
          ? [msg(str`Campaigns that both are in: ${format.number(sharedCampaigns)}. No mail of them is sent twice.`)]
          : []),
        msg(str`Conversations that come along: ${format.number(conversations)}`),
        msg('Lists, tags, addresses and numbers of both are kept. Mail from either address is known as theirs.'),
        msg(str`${nameOf(other)} goes into the archive. You can undo this for thirty days.`),
      ],
    };
  }
}
