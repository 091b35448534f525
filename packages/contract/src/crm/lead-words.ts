/** Where a lead stands: reached by no campaign yet, being contacted, has replied, bounced or unsubscribed. Free of zod, so browsers may import it. */
export const leadStatuses = ['new', 'active', 'replied', 'bounced', 'unsubscribed'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** How far somebody has come towards being a customer, as people decide it; what mails did to them is their status. */
export const leadLifecycles = [
  'prospect',
  'engaged',
  'qualified',
  'opportunity',
  'customer',
  'former_customer',
  'unqualified',
] as const;
export type LeadLifecycle = (typeof leadLifecycles)[number];

/** On what ground somebody's data may be used. */
export const lawfulBases = [
  'consent',
  'legitimate_interest',
  'contract',
  'legal_obligation',
  'vital_interest',
  'public_task',
] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** What a further address is for. */
export const emailKinds = ['work', 'personal', 'other'] as const;
export type EmailKind = (typeof emailKinds)[number];
/** What a further number is for. */
export const phoneKinds = ['work', 'mobile', 'home', 'fax', 'other'] as const;
export type PhoneKind = (typeof phoneKinds)[number];
