/** What somebody did and wrote down afterwards. Free of zod, so browsers may import it. */
export const activityKinds = ['call', 'meeting', 'mail', 'other'] as const;
/** Who began it: we, or they. */
export const activityDirections = ['outgoing', 'incoming'] as const;
/** What came of a call. */
export const callOutcomes = ['reached', 'no_answer', 'left_message', 'busy', 'wrong_number', 'call_back'] as const;

/** What somebody did. */
export type ActivityKind = (typeof activityKinds)[number];
