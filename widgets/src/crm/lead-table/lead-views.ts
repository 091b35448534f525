import { msg } from '@lit/localize';
import type { LeadFilter, LeadStatus } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { Sorting } from '../../kit/table-head.ts';
import type { TableLayout } from '../../kit/table-layout.ts';
import { statusWord } from '../lead-labels.ts';

/** A way to look at the leads that has a name. Plain data: a host that keeps views keeps these. */
export interface LeadView {
  id: string;
  label: string;
  filter: LeadFilter;
  /** Which of these, in the language of filters. */
  where?: WrittenFilter;
  sorting?: Sorting;
  layout?: TableLayout;
}

/** The views there are without any of the host's: everyone, and one for each status. */
export function statusViews(): readonly LeadView[] {
  const statuses: readonly LeadStatus[] = ['new', 'active', 'replied', 'bounced', 'unsubscribed'];
  return [
    { id: 'all', label: msg('All'), filter: {} },
    ...statuses.map((status) => ({ id: status, label: statusWord(status), filter: { status: [status] } })),
  ];
}
