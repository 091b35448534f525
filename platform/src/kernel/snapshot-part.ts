import type { Uuid } from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope, WriteScope } from './tenancy.ts';

/** One of a workspace's things that go into a snapshot, as it is now. */
export interface SetUp<T> {
  id: Uuid;
  value: T;
  /** Why nothing can change it any more, in a sentence for people; null where it can be changed. */
  fixed: string | null;
}

/** What a feature adds to snapshots of a workspace's set-up. */
export interface SnapshotPart<T = unknown> {
  /** What a document calls it: the noun, plural. */
  readonly name: string;
  /** What a document says of one; without anything that another workspace does not have. */
  readonly shape: z.ZodType<T>;
  /** So many a workspace can have, where there is a limit. */
  readonly most?: number;
  /** By what one is known from workspace to workspace. */
  nameOf(value: T): string;
  /** All that a workspace has, oldest first. */
  list(scope: ReadScope): Promise<SetUp<T>[]>;
  /** Makes one, or changes one that is there, by the noun's own rules. */
  save(scope: WriteScope, value: T, known: SetUp<T> | null): Promise<void>;
  /** Takes some out of the workspace; a part without it has nothing that could go. */
  archive?(scope: WriteScope, ids: readonly Uuid[]): Promise<void>;
}

/** Declares what a feature adds to snapshots. */
export const defineSnapshotPart = <T>(part: SnapshotPart<T>): SnapshotPart => part;
