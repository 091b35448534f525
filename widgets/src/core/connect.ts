import { createEmbedClient } from '@tabard/sdk/embed';
import { askSignal } from './ask-signal.ts';
import type { OutreachClient } from './client.ts';
import type { TokenKeeper } from './keep-token.ts';

export interface ConnectOptions {
  baseUrl: string;
  keeper: TokenKeeper;
}

/** The SDK's client for pages, speaking with the token the host gave; one that was refused is asked for anew. */
export function connect({ baseUrl, keeper }: ConnectOptions): OutreachClient {
  const client: Omit<ReturnType<typeof createEmbedClient>, 'events'> = createEmbedClient({
    baseUrl,
    signal: askSignal,
    token: async ({ refused }) => {
      if (refused) keeper.refuse(refused);
      return keeper.token();
    },
  });
  // The platform's types keep a stream's item in the envelope of its id; what comes out of the client is the item itself.
  return client as typeof client & Pick<OutreachClient, 'events'>;
}
