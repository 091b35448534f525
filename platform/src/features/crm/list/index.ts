import { defineFeature } from '#kernel';
import { ListMemberSchema, ListSchema } from './list.entity.ts';
import { listRouter } from './list.router.ts';

/** Lists: leads that were put together, and leads that no campaign enrolls. */
export const listFeature = defineFeature({
  name: 'list',
  entities: [ListSchema, ListMemberSchema],
  router: listRouter,
});

export { addByEmail, addMembers, removeMembers } from './change-members.ts';
export { isExcluded } from './is-excluded.ts';
export { lists } from './list.entity.ts';
export { listRouter };
