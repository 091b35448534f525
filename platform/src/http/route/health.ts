import { fail, type App, type PublicRoute } from '#kernel';

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

/** Throws unless the process can do its work: the database answers. */
async function requireReady(app: App): Promise<void> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too slow')), patienceMs).unref());
  await Promise.race([app.database.readOrganization('select 1'), late]).catch((cause: unknown) =>
    fail('internal.unavailable', { cause, internal: 'the database does not answer' }),
  );
}

/** Says that the process can do its work. */
export const readyRoute: PublicRoute = {
  method: 'GET',
  path: '/health/ready',
  auth: 'none',
  async handle(app) {
    await requireReady(app);
    return { body: { status: 'ok' } };
  },
};

/** Says so with what is set, for whoever watches the installation; nothing of anybody's data. */
export const detailRoute: PublicRoute = {
  method: 'GET',
  path: '/health',
  auth: 'none',
  async handle(app) {
    await requireReady(app);
    return { body: { status: 'ok', systemMail: app.config.systemMail.server ? 'set' : 'not_set' } };
  },
};

const probes: ReadonlySet<string> = new Set([liveRoute, readyRoute, detailRoute].map(({ path }) => path));

/** Whether an address only says how the process is. */
export const isProbe = (path: string): boolean => probes.has(path);
