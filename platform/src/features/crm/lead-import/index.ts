import { defineFeature } from '#kernel';
import { importSweep } from './import-sweep.ts';
import { LeadImportSchema } from './lead-import.entity.ts';
import { leadImportRouter } from './lead-import.router.ts';
import { sendRejectedReport } from './open-rejected-report.ts';
import { runImportJob } from './run-import.job.ts';

/** Imports: files of leads. */
export const leadImportFeature = defineFeature({
  name: 'lead-import',
  entities: [LeadImportSchema],
  router: leadImportRouter,
  jobs: [runImportJob],
  services: [importSweep],
  routes: [sendRejectedReport],
});

export { keepHeapSmall } from './keep-heap-small.ts';
export { csvLine } from './csv-line.rules.ts';
export { leadImportRouter };
