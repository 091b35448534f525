import { appRouter } from '#features';
import { itIsolatesTenants } from './its-isolates-tenants.ts';

itIsolatesTenants(appRouter);
