import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracked } from '@trpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '#features';
import {
  defineFeature,
  fail,
  router,
  workspaceQuery,
  workspaceSubscription,
  type FastRoute,
  type PublicRoute,
} from '#kernel';
import { ensurePackages, ensureWidgetBundle } from '../cli/widget-bundle.ts';
import { platformParts, type PlatformParts } from '../start-platform.ts';
import { runTraceCheck, type Surface } from './index.ts';
import { surfaces } from './run-trace-check.ts';
import type { Agency } from './two-agencies.ts';

/** The browser looks at some fifty pages; on a busy machine that takes minutes. */
const patience = { timeout: 900_000 };
/** The logins of the tests' shared server belong to it. */
const secret = { SECRET_KEY: 'a secret of tests that is long enough' };
const silent = () => undefined;
const signal = new AbortController().signal;
let folder: string;
let embedRoot: string;
let packages: string[];
beforeAll(async () => {
  Object.assign(process.env, secret);
  folder = await mkdtemp(join(tmpdir(), 'trace-test-'));
  embedRoot = await ensureWidgetBundle(silent);
  packages = await ensurePackages(silent);
}, 300_000);
afterAll(async () => {
  delete process.env['SECRET_KEY'];
  await rm(folder, { recursive: true, force: true });
});

const nothing = z.strictObject({});
const page: PublicRoute = {
  method: 'GET',
  path: '/planted/:anything',
  auth: 'none',
  handle: async () => ({ headers: { 'X-Tabard': '1' }, body: 'Zorvane was here before you.' }),
};
const links: FastRoute = {
  prefixes: ['/planted-link/'],
  start: () => ({
    answer: (_request, response) => void response.writeHead(302, { Location: 'https://tabard.example/' }).end(),
    stop: async () => undefined,
  }),
};

/** The platform with a procedure, a stream, a page and a link more, and a refusal that says too much. */
function planted(): PlatformParts {
  const look = workspaceQuery({
    permission: 'lead.read',
    input: nothing,
    output: z.object({ by: z.string() }),
    handler: async () => ({ by: 'tabard' }),
  });
  const get = workspaceQuery({
    permission: 'lead.read',
    input: z.object({ id: z.string() }),
    output: nothing,
    handler: async () => fail('lead.not_found', { public: 'Tabard has no such lead.' }),
  });
  const listen = workspaceSubscription({
    permission: 'workspace.read',
    input: nothing,
    async *handler() {
      yield tracked('1', { by: 'tabard', type: 'lead.created' });
    },
  });
  return {
    features: [...platformParts.features, defineFeature({ name: 'planted', routes: [page], fastRoutes: [links] })],
    router: router({
      ...appRouter._def.record,
      leads: router({ ...appRouter._def.record.leads, get }),
      planted: router({ look, listen }),
    }),
  };
}

it('a trace on any surface is found, and what is new is looked at without being told', patience, async () => {
  const elements = join(folder, 'embed');
  await cp(embedRoot, elements, { recursive: true });
  await writeFile(join(elements, 'new-element.js'), 'customElements.define("tabard-element", class {});');
  const [own] = packages;
  const published = join(folder, 'sdk/dist');
  await mkdir(published, { recursive: true });
  await cp(own ?? '', published, { recursive: true });
  await writeFile(join(published, 'more.js'), 'export class TabardError {}');
  // What a brand says of itself is everywhere that a brand is.
  const agencies: [Agency, Agency] = [
    { word: 'Tabardine', slug: 'tabardine', color: '#7b3fd3', prefix: 'tabardine', locale: 'en' },
    { word: 'Zorvane', slug: 'zorvane', color: '#0c7d5e', prefix: 'umbra', locale: 'es' },
  ];
  const reports = await runTraceCheck({
    embedRoot: elements,
    parts: planted(),
    packages: [published],
    agencies,
    places: ['/leads'],
    signal,
  });
  const traces = reports.flatMap((report) => report.traces);
  const seen = (surface: Surface) => traces.filter((trace) => trace.surface === surface).map(({ where }) => where);
  for (const surface of Object.keys(surfaces) as Surface[]) expect(seen(surface), surface).not.toEqual([]);
  const has = (surface: Surface, what: RegExp) =>
    expect(
      seen(surface).filter((where) => what.test(where)),
      `${surface}: ${what}`,
    ).not.toEqual([]);
  has('elements as served', /new-element\.js/);
  has('pages and files', /GET \/planted\/nothing/);
  expect(traces.map(({ mark }) => mark)).toContain('the other brand (Zorvane)');
  has('pages and files', /audit-log\.csv/);
  has('refusals and failures', /\/rpc\/leads\.get/);
  has('procedures', /\/rpc\/planted\.look/);
  has('event streams', /planted\.listen/);
  has('links of mails', /\/planted-link\//);
  has('links of mails', /GET \/u\//);
  has('mails of the platform', /invitation-fr-organization/);
  has('packages for embedders', /more\.js/);
  for (const part of ['title', 'dom', 'heard', 'request']) has('a real browser', new RegExp(`^the portal, ${part}`));
  for (const part of ['title', 'dom']) has('a real browser', new RegExp(`^/app/wsp_\\w+/leads, ${part}`));
});
