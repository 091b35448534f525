import pg from 'pg';
import type { Bus } from '#ports';
import { Listeners } from './listeners.ts';

/** A bus on PostgreSQL's LISTEN and NOTIFY, with one listening connection that is opened again when it breaks. */
export function createPostgresBus(connectionString: string, onError: (error: Error) => void): Bus {
  const listeners = new Listeners();
  const sender = new pg.Pool({ connectionString, max: 2, application_name: 'bus' });
  let receiver: Promise<pg.Client> | null = null;
  let closed = false;
  // The pool's last sockets may still see the server stop after we have closed.
  sender.on('error', (error) => closed || onError(error));

  const connect = (): Promise<pg.Client> => {
    receiver ??= open().catch(async (error: Error) => {
      receiver = null;
      onError(error);
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (closed) throw error;
      return connect();
    });
    return receiver;
  };
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString, application_name: 'bus', keepAlive: true });
    client.on('notification', (message) => listeners.tell(message.channel, message.payload ?? ''));
    client.on('error', onError);
    client.on('end', () => {
      receiver = null;
      // What was said while nobody listened is lost; listeners also look by themselves.
      if (!closed && listeners.channels.length > 0) void connect().catch(onError);
    });
    await client.connect();
    for (const channel of listeners.channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return client;
  };
  // One after the other: a connection takes one statement at a time.
  let sending: Promise<void> = Promise.resolve();
  const send = (command: 'listen' | 'unlisten', channel: string): Promise<void> => {
    sending = sending
      .then(connect)
      .then((client) => client.query(`${command} ${pg.escapeIdentifier(channel)}`))
      .then(() => undefined, onError);
    return sending;
  };

  return {
    async publish(channel, message) {
      await sender.query('select pg_notify($1, $2)', [channel, message]);
    },
    subscribe(channel, listener) {
      if (listeners.add(channel, listener)) void send('listen', channel);
      return async () => {
        if (listeners.remove(channel, listener) && !closed) await send('unlisten', channel);
      };
    },
    async close() {
      closed = true;
      const client = await receiver?.catch(() => null);
      await client?.end();
      await sender.end();
    },
  };
}
