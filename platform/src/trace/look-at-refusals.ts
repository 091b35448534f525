import { connect } from 'node:net';
import type { Client, Walk } from './client.ts';
import type { Question } from './ask.ts';
import { bodyLimit } from './start-installation.ts';
import { TraceError } from './trace-error.ts';
import { foreignHost } from './foreign-host.ts';

interface Provocation extends Question {
  path: string;
  /** Asked so often, until it is too often. */
  times?: number;
}

type Provoke = (client: Client, origin: string) => readonly Provocation[];

/** What provokes each status. */
const provocations: Readonly<Record<number, Provoke>> = {
  400: ({ tokens }): readonly Provocation[] => [
    { path: '/rpc/leads.create', token: tokens.key, json: { email: 'not an address', unknown: 1 } },
    { path: '/rpc/leads.create', token: tokens.key, raw: '{"email":', headers: { 'Content-Type': 'application/json' } },
    { path: '/rpc/leads.create', token: tokens.key, json: nested(40) },
    { path: '/rpc/leads.list', token: tokens.key, json: { cursor: 'bm90aGluZw' } },
    { path: `/rpc/${Array.from({ length: 40 }, () => 'leads.list').join()}?batch=1`, token: tokens.key, json: {} },
  ],
  401: (): readonly Provocation[] => [
    { path: '/rpc/leads.list', json: {} },
    { path: '/rpc/leads.list', token: 'sk_live_unknown', json: {} },
    { path: '/audit-log.csv' },
    { path: '/rpc/sessions.signIn', json: { email: 'nobody@nowhere.example', password: 'wrong' } },
  ],
  403: ({ tokens }): readonly Provocation[] => [
    { path: '/rpc/leads.create', token: tokens.client, json: { email: 'someone@example.com' } },
    { path: '/rpc/leads.list', token: tokens.page, json: {}, headers: { Origin: 'https://elsewhere.example' } },
    { path: '/rpc/leads.list', token: tokens.key, json: {}, headers: { 'Sec-Fetch-Dest': 'document' } },
    { path: '/sign-in', json: {}, headers: { Origin: 'https://elsewhere.example' } },
  ],
  404: ({ tokens }): readonly Provocation[] => [
    { path: '/nowhere/at/all' },
    { path: '/rpc/nothing.at.all', token: tokens.key, json: {} },
    { path: '/rpc/leads.get', token: tokens.key, json: { id: `lea_${'0'.repeat(32)}` } },
    { path: '/embed/nothing.js' },
    { path: '/hosted/inbox/hpg_nothing' },
  ],
  405: ({ tokens }): readonly Provocation[] => [
    { path: '/sign-in', method: 'DELETE' },
    { path: '/rpc/leads.create', token: tokens.key, method: 'GET' },
    { path: '/embed/v1.js', method: 'POST' },
    { path: '/o/x', method: 'DELETE' },
  ],
  413: ({ tokens }): readonly Provocation[] => [
    { path: '/rpc/leads.create', token: tokens.key, json: { email: 'x'.repeat(bodyLimit + 1) } },
  ],
  415: ({ tokens }, origin): readonly Provocation[] => [
    { path: '/rpc/leads.create', token: tokens.key, raw: 'email', headers: { 'Content-Type': 'text/plain' } },
    { path: '/sign-in', raw: 'email', headers: { 'Content-Type': 'text/plain', Origin: origin } },
  ],
  429: ({ agency }, origin): readonly Provocation[] => {
    const json = { email: `guessed@${agency.slug}.example`, password: 'wrong' };
    return [
      { path: '/rpc/sessions.signIn', json, times: 12 },
      { path: '/sign-in', json, headers: { Origin: origin }, times: 2 },
    ];
  },
};

const nested = (levels: number): object => (levels === 0 ? {} : { deeper: nested(levels - 1) });

/** Every way to be refused, as a program and as a person in a browser get it. A status that nothing provokes ends the check. */
export async function lookAtRefusals(walk: Walk): Promise<void> {
  const { ask, clients, installation } = walk;
  for (const client of clients) {
    for (const [status, make] of Object.entries(provocations))
      for (const { path, times = 1, ...question } of make(client, installation.url)) {
        const headers = { 'Workspace-Id': client.publicId, ...question.headers };
        let answered = 0;
        for (let time = 0; time < times; time++)
          answered = (await ask(client.viewer, path, { ...question, headers })).status;
        requireStatus(path, answered, Number(status));
        await ask(client.viewer, path, { ...question, headers: { ...headers, Accept: 'text/html' } });
      }
    await lookAtBrokenServer(walk, client);
    for (const accept of ['application/json', 'text/html'])
      for (const path of ['/sign-in', '/rpc/leads.list', '/embed/v1.js']) {
        const { status, whole } = await foreignHost(installation.url, path, accept);
        requireStatus(path, status, 421);
        walk.inspection.look(client.viewer, `GET ${path} under a foreign name`, whole);
      }
  }
  for (const line of ['nonsense', `GET /${'x'.repeat(80_000)} HTTP/1.1\r\nHost: x`])
    walk.inspection.look(walk.stranger, `the request ${line.slice(0, 20)}`, await sayRaw(installation.url, line));
}

/** What is said where something breaks inside. */
async function lookAtBrokenServer({ ask, installation }: Walk, client: Client): Promise<void> {
  const question = { token: client.tokens.key, json: {}, headers: { 'Workspace-Id': client.publicId } };
  await installation.sql('alter table template rename to template_that_is_away');
  try {
    for (const accept of ['application/json', 'text/html']) {
      const headers = { ...question.headers, Accept: accept };
      const { status } = await ask(client.viewer, '/rpc/templates.list', { ...question, headers });
      requireStatus('/rpc/templates.list', status, 500);
    }
  } finally {
    await installation.sql('alter table template_that_is_away rename to template');
  }
}

function requireStatus(path: string, status: number, meant: number): void {
  if (status !== meant)
    throw new TraceError(
      `${path} was to be refused with ${meant} and was answered ${status}: the check must be mended.`,
    );
}

/** What a server answers to what is not HTTP. */
function sayRaw(url: string, words: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(new URL(url).port), 'localhost', () => void socket.write(`${words}\r\n\r\n`));
    socket.setTimeout(30_000, () => socket.destroy());
    socket.on('data', (part) => (heard += part.toString('latin1')));
    // A server that has said no may hang up on the rest.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}
