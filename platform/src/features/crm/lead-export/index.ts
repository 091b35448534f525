import { defineFeature } from '#kernel';
import { exportSweep } from './export-sweep.ts';
import { LeadExportSchema, leadExportRetention } from './lead-export.entity.ts';
import { leadExportRouter } from './lead-export.router.ts';
import { runExportJob } from './run-export.job.ts';
import { sendExport } from './send-export.ts';

/** Exports: leads in files. */
export const leadExportFeature = defineFeature({
  name: 'lead-export',
  entities: [LeadExportSchema],
  router: leadExportRouter,
  jobs: [runExportJob],
  services: [exportSweep],
  routes: [sendExport],
  retention: [leadExportRetention],
});

export { leadExportRouter };
