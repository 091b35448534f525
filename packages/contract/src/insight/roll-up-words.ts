/** What can be wrong in a workspace, the worst first. */
export const troubles = ['complaints', 'mailboxes', 'bounces', 'unknown', 'quiet', 'unset'] as const;
export type Trouble = (typeof troubles)[number];

/** Spans that an overview can be of, in days. */
export const rollUpDays = [7, 30, 90] as const;
