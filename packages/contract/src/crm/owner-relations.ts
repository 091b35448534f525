import type { FilterFields } from '../filter/filter.ts';

/** What filters can ask of who looks after a deal. */
export const dealRelations = {
  /** The teams that its owner is in. */
  ownerTeams: { type: 'references', prefix: 'tea' },
} as const satisfies FilterFields;

/** What filters can ask of who is to do a task. */
export const taskRelations = {
  /** The teams that its assignee is in. */
  assigneeTeams: { type: 'references', prefix: 'tea' },
} as const satisfies FilterFields;
