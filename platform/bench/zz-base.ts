import { loadConfig } from '#config';
import { compose } from '../src/compose.ts';
import { appRouter } from '../src/features/router.ts';
const app = await compose(loadConfig());
console.log(
  Object.keys(appRouter).length,
  process.memoryUsage().rss / 1048576,
  process.memoryUsage().heapUsed / 1048576,
  process.resourceUsage().maxRSS / 1024,
);
await app.close();
