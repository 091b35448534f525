/** How many people work at a company. Free of zod, so browsers may import it. */
export const companySizes = [
  '1-10',
  '11-50',
  '51-200',
  '201-500',
  '501-1000',
  '1001-5000',
  '5001-10000',
  '10001+',
] as const;
export type CompanySize = (typeof companySizes)[number];

/** The fields of two companies among which one chooses when they become one. */
export const mergeableFields = [
  'name',
  'website',
  'industry',
  'size',
  'phone',
  'address',
  'city',
  'region',
  'country',
  'timeZone',
  'linkedinUrl',
  'description',
  'ownerId',
  'parentId',
] as const;
export type MergeableField = (typeof mergeableFields)[number];
