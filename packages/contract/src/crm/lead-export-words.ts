/** What a file of leads can be. */
export const exportFormats = ['csv', 'xlsx'] as const;
export const leadExportStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
/** Why an export came to nothing. */
export const leadExportFaults = ['too_many_rows', 'quota_exceeded', 'unexpected'] as const;
export type LeadExportFault = (typeof leadExportFaults)[number];

/** The most leads that a workbook holds: the rows of its sheet without the heading. */
export const mostSheetRows = 1_048_575;

/** What can be exported of every lead, besides `custom.<key>`, in the order of the screens. Free of zod, so browsers may import it. */
export const leadExportFields = [
  'email',
  'firstName',
  'lastName',
  'company',
  'title',
  'department',
  'seniority',
  'phone',
  'phoneNormal',
  'emails',
  'phones',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'website',
  'linkedinUrl',
  'xUrl',
  'profiles',
  'language',
  'timeZone',
  'tags',
  'lists',
  'ownerName',
  'score',
  'lifecycle',
  'status',
  'lawfulBasis',
  'lawfulBasisSource',
  'lawfulBasisAt',
  'sent',
  'opened',
  'clicked',
  'replied',
  'lastContactedAt',
  'lastRepliedAt',
  'source',
  'createdAt',
  'updatedAt',
  'archivedAt',
  'id',
  'ownerId',
  'companyId',
  'importId',
] as const;
export type LeadExportField = (typeof leadExportFields)[number];
