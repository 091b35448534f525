import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Person } from '@tabard/example-host-server';
import {
  AuthenticationError,
  BadRequestError,
  createClient,
  NotFoundError,
  RateLimitError,
  type Client as Platform,
} from '@tabard/sdk';
import type { Client, Refusal } from './pages.ts';

/** Somebody who is signed in, and the clients they belong to. */
export interface SignedIn {
  person: Person;
  clients: Client[];
  /** The person's own session on the platform; it never leaves this server. */
  token: string;
  endsAt: number;
}

const lifetimeSeconds = 8 * 3600;
/** People who are signed in at once; a real host keeps them in its database. */
const mostPeople = 10_000;

/**
 * Who is signed in. What the cookie holds is a number of this server's own, so signing out ends it wherever it was copied to.
 */
export function createPeople(options: { apiUrl: string; platform: Platform; clients: readonly Client[] }) {
  const { apiUrl, platform, clients } = options;
  const people = new Map<string, SignedIn>();
  const as = (token: string) => createClient({ baseUrl: apiUrl, token });

  /** Asks the platform, as the person: being somebody there is not being somebody here. */
  async function belongsTo(token: string, client: Client): Promise<boolean> {
    try {
      await as(token).sessions.current({}, { workspace: client.workspaceId });
      return true;
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof AuthenticationError) return false;
      throw error;
    }
  }

  return {
    belongsTo,

    /** Lets a member of at least one client in; gives the cookie. */
    async signIn(request: IncomingMessage, form: URLSearchParams): Promise<{ cookie: string } | { refusal: Refusal }> {
      try {
        // This portal keeps no passwords of its own. It says where the person is, so that wrong passwords count for them alone.
        const { token, user } = await platform.sessions.signIn(
          { email: form.get('email') ?? '', password: form.get('password') ?? '', address: addressOf(request) },
          { maxRetries: 0 },
        );
        const belongs = await Promise.all(clients.map((client) => belongsTo(token, client)));
        const own = clients.filter((_client, index) => belongs[index]);
        if (own.length === 0) {
          await as(token).sessions.signOut({});
          return { refusal: 'stranger' };
        }
        const id = randomBytes(32).toString('base64url');
        if (people.size >= mostPeople) people.delete(people.keys().next().value ?? '');
        people.set(id, { person: user, clients: own, token, endsAt: Date.now() + lifetimeSeconds * 1000 });
        return { cookie: `portal=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeSeconds}` };
      } catch (error) {
        if (error instanceof RateLimitError) return { refusal: 'wait' };
        if (error instanceof AuthenticationError || error instanceof BadRequestError) return { refusal: 'wrong' };
        throw error;
      }
    },

    /** Who sent this request, if they are still signed in. */
    find(request: IncomingMessage): SignedIn | null {
      const known = people.get(idOf(request));
      return known && known.endsAt > Date.now() ? known : null;
    },

    /** Ends the sign-in here and on the platform; gives the cookie that takes the browser's away. */
    async signOut(request: IncomingMessage): Promise<string> {
      const known = people.get(idOf(request));
      people.delete(idOf(request));
      if (known)
        await as(known.token)
          .sessions.signOut({})
          .catch(() => undefined);
      return 'portal=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0';
    },
  };
}

function idOf(request: IncomingMessage): string {
  return /(?:^|;\s*)portal=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

/** Behind a proxy of one's own this is what the proxy says. */
function addressOf(request: IncomingMessage): string | undefined {
  return request.socket.remoteAddress?.replace(/^::ffff:/, '');
}
