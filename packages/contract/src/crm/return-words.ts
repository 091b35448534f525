/** What a cost was for. */
export const costKinds = ['tool', 'data', 'mailbox', 'advertising', 'work', 'other'] as const;
export type CostKind = (typeof costKinds)[number];

/** What became of a lead in the end. */
export const conversionOutcomes = ['converted', 'lost'] as const;
export type ConversionOutcome = (typeof conversionOutcomes)[number];

/** What a conversion was. */
export const conversionKinds = ['signed', 'meeting', 'purchase', 'trial', 'custom'] as const;
export type ConversionKind = (typeof conversionKinds)[number];

/** By what revenue and cost are divided. */
export const returnDivisions = ['campaign', 'source'] as const;
export type ReturnDivision = (typeof returnDivisions)[number];

/** The most days of one cost, and of one report. */
export const costDaysLimit = 3_660;
export const returnDaysLimit = 400;
