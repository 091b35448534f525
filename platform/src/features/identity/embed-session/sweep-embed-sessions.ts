import type { Service } from '#kernel';

const hour = 3_600_000;

/** Removes sessions a day after their end; until then a page with an old token is told to renew it. */
export const embedSessionSweep: Service = {
  name: 'embed-session-sweep',
  async start(app) {
    const sweep = () =>
      void app.database
        .readControl(`delete from embed_session where expires_at < now() - interval '1 day'`)
        .catch((error: unknown) => app.log.warn({ err: error }, 'old embed sessions were not removed'));
    sweep();
    const timer = setInterval(sweep, hour).unref();
    return { stop: async () => clearInterval(timer) };
  },
};
