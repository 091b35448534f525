/** Why leads may be the same. Free of zod, so browsers may import it. */
export const duplicateReasons = ['email', 'phone', 'name'] as const;
export type LeadDuplicateReason = (typeof duplicateReasons)[number];

/** The fields of two leads among which one chooses when they become one. */
export const mergeableLeadFields = [
  'email',
  'firstName',
  'lastName',
  'company',
  'title',
  'department',
  'seniority',
  'phone',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'website',
  'linkedinUrl',
  'xUrl',
  'language',
  'timeZone',
  'ownerId',
  'score',
  'lifecycle',
  'lawfulBasis',
  'lawfulBasisSource',
  'lawfulBasisAt',
] as const;
export type MergeableLeadField = (typeof mergeableLeadFields)[number];
