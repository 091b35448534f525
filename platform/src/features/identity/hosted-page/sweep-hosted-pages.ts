import type { Service } from '#kernel';

const hour = 3_600_000;

/** Removes pages a day after their end. */
export const hostedPageSweep: Service = {
  name: 'hosted-page-sweep',
  async start(app) {
    const sweep = () =>
      void app.database
        .readControl(`delete from hosted_page where ends_at < now() - interval '1 day'`)
        .catch((error: unknown) => app.log.warn({ err: error }, 'old hosted pages were not removed'));
    sweep();
    const timer = setInterval(sweep, hour).unref();
    return { stop: async () => clearInterval(timer) };
  },
};
