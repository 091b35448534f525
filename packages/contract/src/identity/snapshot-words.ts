/** How a roll-out stands in one workspace: under way, done, failed without a change, being taken back, taken back. */
export const rollOutStates = ['waiting', 'done', 'failed', 'returning', 'returned'] as const;
export type RollOutState = (typeof rollOutStates)[number];
