import type { ServerResponse } from 'node:http';
import type { Client } from '@tabard/sdk';

/** Somebody who is signed in to the host. */
export interface Person {
  id: string;
  name: string;
  email: string;
}

type Widgets = Parameters<Client['embedSessions']['create']>[0]['widgets'];

export interface SessionRequest {
  workspaceId: string;
  person: Person;
  /** The elements the page shows; nothing else can be done with its token. */
  widgets: readonly (keyof Widgets)[];
  origins: string[];
}

/** The one call that embedding needs: the page gets a token that is good for minutes, for this page and this client only. */
export async function openSession(response: ServerResponse, platform: Client, asked: SessionRequest): Promise<void> {
  const { clientSecret, expiresAt } = await platform.embedSessions.create({
    workspaceId: asked.workspaceId,
    user: { externalId: asked.person.id, name: asked.person.name, email: asked.person.email },
    widgets: Object.fromEntries(asked.widgets.map((name) => [name, {}])),
    origins: asked.origins,
  });
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ clientSecret, expiresAt }));
}
