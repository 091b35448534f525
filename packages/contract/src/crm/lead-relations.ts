import type { FilterFields } from '../filter/filter.ts';

/** What can become of a mail, as filters ask for it. */
export const mailEventWords = [
  'sent',
  'opened',
  'machine_opened',
  'clicked',
  'replied',
  'bounced',
  'unsubscribed',
  'complained',
] as const;

/** What filters can ask of all that belongs to a lead. */
export const leadRelations = {
  /** The teams that its owner is in. */
  ownerTeams: { type: 'references', prefix: 'tea' },
  /** The lists that it is on. */
  lists: { type: 'references', prefix: 'lst' },
  /** The segments that one is in. */
  segments: { type: 'references', prefix: 'seg' },
  /** When the last mail to it left. */
  lastContactedAt: { type: 'moment' },
  /** When the last answer of it came. */
  lastRepliedAt: { type: 'moment' },
  /** What became of the mails of campaigns, each once for a mail: opened twice counts once. Kept for two years. */
  mailEvents: {
    type: 'relation',
    fields: {
      type: { type: 'choice', options: mailEventWords },
      /** When it happened for the first time. */
      at: { type: 'moment' },
      campaignId: { type: 'reference', prefix: 'cmp' },
    },
  },
} as const satisfies FilterFields;
