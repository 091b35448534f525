import { defineFeature } from '#kernel';
import { returnReportRouter } from './return-report.router.ts';

/** What was spent on winning customers, and what came of it. */
export const returnReportFeature = defineFeature({ name: 'returnReport', router: returnReportRouter });

export { returnReportRouter };
