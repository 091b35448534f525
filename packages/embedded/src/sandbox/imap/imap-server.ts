import { createServer, type Server, type Socket } from 'node:net';
import { type ImapOptions, ImapSession } from './imap-session.ts';

/** An IMAP server over the store, with its open sockets so that stopping need not wait for idling clients. */
export function createImapServer(options: ImapOptions): { server: Server; sockets: Set<Socket> } {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
    new ImapSession(socket, options);
  });
  return { server, sockets };
}
