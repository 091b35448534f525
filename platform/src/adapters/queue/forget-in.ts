import type { Job, Queue } from 'bullmq';

/** Jobs that are looked at together. */
const lookedAt = 500;
/** All that a job can be but running. */
const resting = ['waiting', 'delayed', 'prioritized', 'waiting-children', 'completed', 'failed'] as const;

/** Forgets the jobs of workspaces in a queue; gives how many of them run and are still there. */
export async function forgetIn(queue: Queue, workspaceIds: ReadonlySet<string>): Promise<number> {
  const isTheirs = (job: Job | undefined): job is Job => workspaceIds.has(job?.data?.workspaceId);
  for (const state of resting)
    for (let from = 0; ;) {
      const jobs = await queue.getJobs([state], from, from + lookedAt - 1);
      const theirs = jobs.filter(isTheirs);
      for (const job of theirs) await job.remove();
      if (jobs.length < lookedAt) break;
      from += lookedAt - theirs.length;
    }
  return (await queue.getJobs(['active'])).filter(isTheirs).length;
}
