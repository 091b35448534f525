import type { EntitySchema } from '@mikro-orm/core';
import type { AnyRouter } from '@trpc/server';
import type { App } from './app.ts';
import type { EventHandlers } from './event-consumer.ts';
import type { Carried } from './carried.ts';
import type { ForgetLeads } from './forget-leads.ts';
import type { AnyJob } from './job.ts';
import type { Retention } from './retention.ts';
import type { FastRoute, Route } from './route.ts';
import type { Sealed } from './sealed.ts';
import type { SearchPart } from './search-part.ts';
import type { SnapshotPart } from './snapshot-part.ts';
import type { CallScope } from './tenancy.ts';

/** Something that runs for as long as a worker process does. */
export interface Service {
  readonly name: string;
  start(app: App): Promise<{ stop(): Promise<void> }>;
}

/** One noun of the product: its tables, procedures, jobs and services. */
export interface Feature<R extends AnyRouter = AnyRouter> {
  /** The noun, singular. */
  readonly name: string;
  readonly entities?: readonly EntitySchema[];
  readonly router?: R;
  readonly jobs?: readonly AnyJob[];
  readonly services?: readonly Service[];
  /** How long rows of its tables are kept; what is not declared is kept with what it belongs to. */
  readonly retention?: readonly Retention[];
  /** Which columns of its tables hold sealed texts. */
  readonly sealed?: readonly Sealed[];
  /** What is done to rows of its tables when their workspace comes out of an archive. */
  readonly carried?: readonly Carried[];
  /** What it adds to snapshots of a workspace's set-up. */
  readonly snapshots?: readonly SnapshotPart[];
  /** How its records are found by the search over the workspace. */
  readonly searched?: readonly SearchPart[];
  /** What it does with what it keeps of leads that are deleted for good. */
  readonly forgets?: ForgetLeads;
  /** Folders of its files that go into the archive of a workspace. */
  readonly files?: readonly string[];
  /** What it does when it hears of an event, whoever told it: each workspace's in their order, exactly once. */
  readonly on?: EventHandlers;
  readonly routes?: readonly Route[];
  readonly fastRoutes?: readonly FastRoute[];
  /** Writes its part of the demo into one workspace. */
  readonly seed?: (scope: CallScope) => Promise<void>;
}

/** Declares one noun of the product. Its `index.ts` is the manifest and the only entry point. */
export function defineFeature<R extends AnyRouter>(feature: Feature<R>): Feature<R> {
  return feature;
}
