import { defineFeature } from '#kernel';
import { dropMembers } from './drop-members.ts';
import { forgetMembers } from './forget-members.ts';
import { rebuildForFields } from './rebuild-for-fields.ts';
import { rebuildForTeams } from './rebuild-for-teams.ts';
import { refreshSegmentsJob } from './refresh-segments.job.ts';
import { seedSegments } from './seed-segments.ts';
import { segmentSnapshot } from './segment-snapshot.ts';
import { segmentSweep } from './segment-sweep.ts';
import { SegmentChangeSchema, SegmentMemberSchema, SegmentSchema } from './segment.entity.ts';
import { segmentRouter } from './segment.router.ts';

/** Segments: filters over leads that have names, and whose leads are kept up to date. */
export const segmentFeature = defineFeature({
  name: 'segment',
  entities: [SegmentSchema, SegmentMemberSchema, SegmentChangeSchema],
  router: segmentRouter,
  jobs: [refreshSegmentsJob],
  services: [segmentSweep],
  snapshots: [segmentSnapshot],
  seed: seedSegments,
  // What is derived is found anew where a workspace comes out of its archive.
  forgets: forgetMembers,
  carried: [
    {
      table: 'segment',
      row: (_app, _workspaceId, row) =>
        row['state'] === 'ready' ? { ...row, state: 'building', due_at: new Date().toISOString() } : row,
    },
  ],
  on: {
    'segment.archived': dropMembers,
    'team.updated': rebuildForTeams,
    'custom_field.created': rebuildForFields,
    'custom_field.updated': rebuildForFields,
    'custom_field.archived': rebuildForFields,
    'custom_field.restored': rebuildForFields,
    'custom_field.deleted': rebuildForFields,
  },
});

export { segmentTriggers } from './segment-triggers.ts';
export { segmentRouter };
