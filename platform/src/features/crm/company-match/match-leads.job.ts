import { z } from 'zod';
import { amongTenants, defineJob, repeating, TenantWork } from '#kernel';
import { matchNext } from './match-leads.ts';

/** Matches the next leads and asks for the next run; a match whose job was lost is found by the sweep. */
export const matchLeadsJob = defineJob({
  name: 'match-companies',
  schema: z.object({ workspaceId: z.uuid(), matchId: z.uuid() }),
  concurrency: 2,
  attempts: 16,
  dedupe: ({ matchId }) => matchId,
  handler: (scope, payload) =>
    scope.write(async (writing) => {
      if (await matchNext(writing, payload.matchId)) writing.enqueue(matchLeadsJob, payload);
    }),
});

const forgotten = new TenantWork('company-match-sweep');

/** Wakes matches that have stood still. */
export const matchSweep = repeating('company-match-sweep', {
  pauseMs: 10_000,
  async run(app) {
    const rows = await forgotten.find<{ workspace_id: string; id: string }>(
      app,
      `select workspace_id, id from company_match
        where finished_at is null and updated_at < now() - interval '30 seconds' and ${amongTenants('workspace_id')} limit 100`,
    );
    for (const row of rows) await app.jobs.add(matchLeadsJob, { workspaceId: row.workspace_id, matchId: row.id });
  },
});
