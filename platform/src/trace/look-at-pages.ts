import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { languages } from '@tabard/contract/languages';
import type { Route } from '#kernel';
import { cookieOf } from './ask.ts';
import type { Client, Walk } from './client.ts';
import { idsOf } from './ids-of.ts';
import { made, resultOf } from './result-of.ts';

/** Languages that a browser may ask for; the last one is none of ours. */
export const askedLanguages = [...languages, 'ar'];

/** What stands in the places of a path: every value that leads somewhere. A place that is not known gets one that leads nowhere. */
type Places = Readonly<Record<string, readonly string[]>>;

/** Every address of every feature, as strangers, signed-in people and pages get it, in every language; and what forms answer. */
export async function lookAtPages(walk: Walk): Promise<void> {
  for (const client of walk.clients) {
    const places = await placesOf(walk, client);
    for (const route of walk.routes)
      for (const path of pathsOf(route.path, places)) {
        if (route.method === 'GET') await lookAt(walk, client, { route, path });
        else await lookAtForm(walk, client, { route, path });
      }
  }
}

interface Place {
  route: Route;
  path: string;
}

async function lookAt({ ask }: Walk, client: Client, { route, path }: Place): Promise<void> {
  if (route.auth === 'workspace') {
    const headers = { 'Workspace-Id': client.publicId };
    for (const token of Object.values(client.tokens)) await ask(client.viewer, path, { token, headers });
    return;
  }
  const headers = { Accept: 'text/html', Cookie: client.cookie };
  for (const language of askedLanguages)
    await ask(client.viewer, path, { headers: { ...headers, 'Accept-Language': language } });
  // A program, and nobody.
  await ask(client.viewer, path, { headers: { Accept: 'application/json' } });
  await ask(client.viewer, path, { method: 'HEAD' });
}

/** What forms answer to nothing, to a workspace, to what is no JSON, and to a foreign page. Each gets a browser of its own, for one signs out. */
async function lookAtForm({ ask, installation }: Walk, client: Client, { route, path }: Place): Promise<void> {
  const { viewer, person, tokens, publicId } = client;
  const origin = { Origin: installation.url };
  const signedIn = await ask(viewer, '/sign-in', { json: person, headers: origin });
  const token = route.auth === 'workspace' ? tokens.key : undefined;
  const headers = { ...origin, Cookie: cookieOf(signedIn), ...(token && { 'Workspace-Id': publicId }) };
  for (const language of askedLanguages)
    await ask(viewer, path, { json: {}, token, headers: { ...headers, Cookie: '', 'Accept-Language': language } });
  for (const json of [{ workspaceId: publicId }, {}]) await ask(viewer, path, { json, token, headers });
  await ask(viewer, path, { raw: '{', token, headers });
  await ask(viewer, path, { json: {}, headers: { Origin: 'https://elsewhere.example' } });
}

async function placesOf(walk: Walk, client: Client): Promise<Places> {
  const ids = await idsOf(walk, client);
  const page = resultOf(
    await walk.ask(client.viewer, '/rpc/hostedPages.create', {
      token: client.tokens.key,
      json: {
        workspaceId: client.publicId,
        user: { externalId: 'u2', name: `${client.agency.word} Visitor` },
        widgets: { inbox: {} },
        widget: 'inbox',
        frameOrigins: [client.portal],
        returnUrl: client.portal,
      },
    }),
    made,
  );
  return {
    workspace: [client.publicId],
    widget: ['inbox'],
    page: [page.id, 'leads'],
    record: [ids.lead],
    id: [ids.leadImport],
    code: Object.keys(errors).map((code) => docsPath(code as ErrorCode).replace('/errors/', '')), // keys of the vocabulary
  };
}

function pathsOf(pattern: string, places: Places): string[] {
  return pattern.split('/').reduce<string[]>(
    (paths, segment, index) => {
      const values = segment.startsWith(':') ? (places[segment.slice(1)] ?? ['nothing']) : [segment];
      return paths.flatMap((path) => values.map((value) => (index === 0 ? value : `${path}/${value}`)));
    },
    [''],
  );
}
