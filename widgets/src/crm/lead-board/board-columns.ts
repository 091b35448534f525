import { msg, str } from '@lit/localize';
import type { Lead, LeadFilter, LeadStatus } from '@tabard/contract';
import type { Tone } from '../../kit/badge.ts';
import { statusTones, statusWord } from '../lead-labels.ts';

/** A column of leads: what it takes, and how a lead gets there. */
export interface LeadColumn {
  id: string;
  label: string;
  tone: Tone;
  filter: LeadFilter;
}
/** What a board is divided by: where outreach brought a lead, or stages kept as tags. */
export type Division = { by: 'status' } | { by: 'tag'; stages: readonly string[] };

const STATUSES: readonly LeadStatus[] = ['new', 'active', 'replied', 'bounced', 'unsubscribed'];
export const ARCHIVED = 'archived';
const STAGE_TONES: readonly Tone[] = ['neutral', 'info', 'accent', 'warning', 'success'];

/** The columns of a board, in the order in which a lead usually passes them. */
export function leadColumnsOf(division: Division): readonly LeadColumn[] {
  if (division.by === 'tag') {
    const { stages } = division;
    return stages.map((tag, at) => ({
      id: tag,
      label: tag,
      // From quiet to done, however many there are.
      tone: STAGE_TONES[Math.round((at / Math.max(1, stages.length - 1)) * (STAGE_TONES.length - 1))] ?? 'neutral',
      filter: { tag },
    }));
  }
  return [
    ...STATUSES.map((status) => ({
      id: status,
      label: statusWord(status),
      tone: statusTones[status],
      filter: { status: [status] },
    })),
    { id: ARCHIVED, label: msg('Archived'), tone: 'neutral' as const, filter: { archived: true } },
  ];
}

/** Which column a lead is in; the last of its stages where it carries several. */
export function columnOf(lead: Lead, division: Division): string {
  if (division.by === 'tag') return division.stages.findLast((stage) => lead.tags.includes(stage)) ?? '';
  return lead.archivedAt ? ARCHIVED : lead.status;
}

/**
 * Whether a lead may be moved to a column; if not, why. A status is what happened to a lead and cannot be given by hand; what can
 * be done by hand is archiving, and bringing back to the status it had. A stage is a tag and can be given freely.
 */
export function allowsMove(lead: Lead, to: string, division: Division): true | string {
  if (division.by === 'tag' || to === ARCHIVED) return true;
  if (lead.archivedAt) {
    if (to === lead.status) return true;
    const status = statusWord(lead.status);
    return msg(str`It comes back to “${status}”, where it was.`);
  }
  const reasons: Record<string, string> = {
    new: msg('A lead is new until a campaign reaches it.'),
    active: msg('A campaign brings leads here. Launch one that includes it.'),
    replied: msg('A lead comes here by answering.'),
    bounced: msg('A lead comes here when its address refuses mail.'),
    unsubscribed: msg('Only the person can unsubscribe.'),
  };
  return reasons[to] ?? '';
}

/** The lead as it is after a move, before the platform says so. */
export function afterMove(lead: Lead, to: string, division: Division): Lead {
  if (division.by === 'tag') {
    return { ...lead, tags: [...lead.tags.filter((tag) => !division.stages.includes(tag)), to] };
  }
  return { ...lead, archivedAt: to === ARCHIVED ? new Date().toISOString() : null };
}
