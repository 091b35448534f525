/** How a roll-out stands in one workspace: under way, done, failed without a change, being taken back, taken back. */
export const rollOutStates = ['waiting', 'done', 'failed', 'returning', 'returned'] as const;
export type RollOutState = (typeof rollOutStates)[number];

/** Why a roll-out, or taking one back, left a thing as it is. */
export const leftReasons = ['fixed', 'changed', 'taken', 'gone', 'stays'] as const;
export type LeftReason = (typeof leftReasons)[number];
