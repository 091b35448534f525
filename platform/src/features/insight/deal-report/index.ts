import { defineFeature } from '#kernel';
import { dealReportRouter } from './deal-report.router.ts';

/** What deals are expected to bring, how they end, and how they go from stage to stage. */
export const dealReportFeature = defineFeature({ name: 'dealReport', router: dealReportRouter });

export { dealReportRouter };
