import type { Uuid } from '@tabard/contract';
import type { z } from 'zod';
import type { App } from './app.ts';
import { jobPrincipal, openScope, type CallScope } from './tenancy.ts';

/** One background action of a workspace. It may run twice and must not mind. */
export interface JobDefinition<P extends { workspaceId: Uuid }> {
  readonly name: string;
  readonly schema: z.ZodType<P>;
  /** Runs of this job that one worker process does at once. */
  readonly concurrency?: number;
  /** Tries before the job is left as failed; the wait doubles from one second. */
  readonly attempts?: number;
  /** Jobs with the same key that wait together are one. */
  readonly dedupe?: (payload: P) => string;
  handler(scope: CallScope, payload: P): Promise<void>;
}

/** Declares a background action. */
export function defineJob<P extends { workspaceId: Uuid }>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition;
}

/** Where jobs wait. */
export interface JobQueue {
  add<P extends { workspaceId: Uuid }>(
    job: JobDefinition<P>,
    payload: P,
    options?: { delayMs?: number },
  ): Promise<void>;
  /**
   * Forgets all jobs of these workspaces: those that wait, and what is kept of those that ended. Gives how many of them run right now and are
   * therefore still there.
   */
  forget(workspaceIds: ReadonlySet<Uuid>): Promise<number>;
  /** Starts to run jobs; resolves to what stops again after the running ones ended. */
  work(app: App, jobs: readonly AnyJob[]): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

/** A job whose payload type is not of interest. The handler's payload is checked by the job's own schema before it runs. */
// oxlint-disable-next-line no-explicit-any -- a list of jobs with different payloads has no other type
export type AnyJob = JobDefinition<any>;

/** Runs one job as its workspace. */
export async function runJob(app: App, job: AnyJob, data: unknown): Promise<void> {
  const payload = job.schema.parse(data);
  await job.handler(openScope(app, payload.workspaceId, jobPrincipal(job.name, payload.workspaceId)), payload);
}
