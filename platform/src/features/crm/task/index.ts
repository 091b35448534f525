import { defineFeature, deleteOfLeads } from '#kernel';
import { taskSearch } from './task-search.ts';
import { remindJob, reminderSweep } from './remind.job.ts';
import { seedTasks } from './seed-tasks.ts';
import { TaskSchema, taskRetention } from './task.entity.ts';
import { taskRouter } from './task.router.ts';

/** What people are to do, alone or about a lead, a company or a deal. */
export const taskFeature = defineFeature({
  name: 'task',
  entities: [TaskSchema],
  searched: [taskSearch],
  router: taskRouter,
  jobs: [remindJob],
  services: [reminderSweep],
  forgets: deleteOfLeads('task'),
  retention: [taskRetention],
  seed: seedTasks,
});

export { subjectName } from './task.entity.ts';
export { reminderSample } from './remind-of-task.ts';
export { taskRouter };
