/** The nouns whose records are found by the search over the workspace, in the order in which they are shown. Free of zod, so browsers may import it. */
export const searchNouns = [
  'lead',
  'company',
  'deal',
  'conversation',
  'campaign',
  'template',
  'note',
  'task',
  'file',
] as const;
/** A noun whose records are found by the search over the workspace. */
export type SearchNoun = (typeof searchNouns)[number];
