import type { ForgetLeads } from './forget-leads.ts';
import type { Config } from '#config';
import type { Ports } from '#ports';
import type { Logger } from 'pino';
import type { Database } from './database.ts';
import type { JobQueue } from './job.ts';
import type { SearchPart } from './search-part.ts';
import type { SnapshotPart } from './snapshot-part.ts';

/** What every action stands on; made once by `main.ts` and handed down, never imported. */
export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly ports: Ports;
  /** What snapshots of a workspace's set-up are made of, by all features. */
  readonly snapshotParts: readonly SnapshotPart[];
  /** What is done with what is kept of leads that are deleted for good, by all features. */
  readonly forgetting: readonly ForgetLeads[];
  /** How records are found by the search over the workspace, by all features. */
  readonly searchParts: readonly SearchPart[];
}
