import { toPublicId } from '@tabard/contract';
import { z } from 'zod';
import { amongTenants, defineJob, repeating, TenantWork, type App } from '#kernel';
import { alignLeads } from './align-leads.ts';

/** Brings the leads of a renamed or merged company in line, part by part; one whose job was lost is found by the sweep. */
export const alignLeadsJob = defineJob({
  name: 'align-company-leads',
  schema: z.object({ workspaceId: z.uuid(), companyId: z.uuid() }),
  attempts: 16,
  dedupe: ({ companyId }) => companyId,
  handler: (scope, payload) =>
    scope.write(async (writing) => {
      if (await alignLeads(writing, payload.companyId)) writing.enqueue(alignLeadsJob, payload);
      else writing.emit('company.updated', { companyId: toPublicId('company', payload.companyId) });
    }),
});

const behind = new TenantWork('company-sweep');

/** Wakes what was left behind. */
export const companySweep = repeating('company-sweep', {
  pauseMs: 10_000,
  async run(app: App) {
    const rows = await behind.find<{ workspace_id: string; id: string }>(
      app,
      `select workspace_id, id from company where leads_behind_since < now() - interval '10 seconds' and ${amongTenants('workspace_id')} limit 100`,
    );
    for (const row of rows) await app.jobs.add(alignLeadsJob, { workspaceId: row.workspace_id, companyId: row.id });
  },
});
