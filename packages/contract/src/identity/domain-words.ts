/** What a name can be claimed for. Free of zod, so browsers may import it. */
export const domainPurposes = ['app', 'api', 'links', 'mail'] as const;
export type DomainPurpose = (typeof domainPurposes)[number];

/** How a claimed name stands. */
export const domainStates = ['pending', 'verified', 'active', 'failing', 'lost'] as const;
export type DomainState = (typeof domainStates)[number];

/** What a check makes of a record. */
export const recordStates = ['unchecked', 'found', 'missing', 'wrong', 'unanswered'] as const;
export type RecordState = (typeof recordStates)[number];
