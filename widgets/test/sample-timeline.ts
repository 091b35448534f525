import type { TimelineEntry, TimelineNoun } from '@tabard/contract';

/** Midday of a day a while back where the sample's readers are: whenever it is looked at, a day holds the same. */
const back = (days: number, minutes = 0): string => {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam' }).format(Date.now()); // as ISO writes days
  return new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000 - minutes * 60_000).toISOString();
};
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const mara = { kind: 'user', id: 'usr_1', name: 'Mara Lindqvist' } as const;
const zapier = { kind: 'api_key', id: 'key_1', name: 'Website form' } as const;
type Happened = [kind: string, at: string, data?: TimelineEntry['data'], actor?: TimelineEntry['actor']];

const stories: Record<TimelineNoun, () => Happened[]> = {
  lead: () => [
    ['lead.updated', ago(0), {}, mara],
    ['mail.replied', back(1), { campaignId: 'cmp_0' }],
    ['mail.clicked', back(1, 24), { detail: 'https://harbor.example/freight/rates?route=rotterdam-valencia' }],
    ['mail.opened', back(1, 31)],
    ['mail.opened', back(1, 119), { machine: true }],
    ['mail.sent', back(1, 120), { subject: 'Two lanes that would suit you, Lena' }],
    ['lead.restored', back(9), {}, mara],
    ['lead.archived', back(9, 3), {}, { kind: 'user', id: 'usr_2', name: null }],
    ['mail.bounced', back(12, 1), { detail: '452 4.2.2 The mailbox is full' }],
    ['mail.sent', back(12, 2), { subject: 'A question about your freight to Valencia' }],
    ['lead.updated', back(14), {}, { kind: 'job', id: 'rules', name: null }],
    ['lead.created', back(400), {}, zapier],
    ...Array.from({ length: 15 }, (_, at): Happened => ['mail.opened', back(401 + at)]),
  ],
  campaign: () => [
    ['mail.sent', back(1, 60), { count: 1284 }],
    ['lead.replied', back(1, 90), { leadId: 'lea_000000' }],
    ['lead.unsubscribed', back(1, 95), { leadId: 'lea_000003' }],
    ['mail.complained', back(1, 100)],
    ['delivery.failed', back(1, 110), { state: 'rejected' }],
    ['mail.sent', back(1, 120), { count: 1 }],
    ['campaign.updated', back(2), { state: 'running' }, mara],
    ['campaign.created', back(2, 40), {}, mara],
  ],
  company: () => [
    ['company.merged', back(1), { otherId: 'com_7' }, mara],
    ['lead.replied', back(1, 90), { leadId: 'lea_000000' }],
    ['company.enriched', back(3), { source: 'acme', fields: ['industry'] }, zapier],
    ['company.created', back(30), {}, mara],
  ],
  deal: () => [
    ['deal.stage_changed', back(1), { from: 'Qualified', to: 'Proposal' }, mara],
    ['deal.reopened', back(2), {}, mara],
    ['deal.lost', back(3), { reason: 'Price' }, mara],
    ['deal.updated', back(4), {}, zapier],
    ['deal.created', back(30), {}, mara],
  ],
  mailbox: () => [
    ['mailbox.updated', back(1), { state: 'failing' }],
    ['mailbox.created', back(30), {}, mara],
  ],
};

/** What happened to a lead, a campaign or a mailbox of the sample. */
export const happened = (noun: TimelineNoun): TimelineEntry[] =>
  stories[noun]().map(([kind, at, data = {}, actor = null], index) => ({
    id: `evt_${index}`,
    kind,
    at,
    actor,
    data,
  }));

export interface TimelineAsked {
  subject: { noun: TimelineNoun };
  cursor?: string;
  limit?: number;
}
