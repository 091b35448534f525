import type { PublicRoute } from '#kernel';
import { fail } from '#kernel';

/** Says that the process answers, to every page: one that gets no other answer learns by it that its origin is what is wrong. */
export const liveRoute: PublicRoute = {
  method: 'GET',
  path: '/health/live',
  auth: 'none',
  handle: async () => ({
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
    body: { status: 'ok' },
  }),
};

/** How long the database may take to answer before this process is taken out of rotation. */
const patienceMs = 2000;

/** Says that the process can do its work: the database answers. */
export const readyRoute: PublicRoute = {
  method: 'GET',
  path: '/health/ready',
  auth: 'none',
  async handle(app) {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too slow')), patienceMs).unref());
    await Promise.race([app.database.readOrganization('select 1'), late]).catch((cause: unknown) =>
      fail('internal.unavailable', { cause, internal: 'the database does not answer' }),
    );
    return { body: { status: 'ok' } };
  },
};
