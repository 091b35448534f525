import { createServer } from 'node:http';

/** The least a server can be: what Node itself needs to start. */
createServer((_request, response) => response.end('ok')).listen(Number(process.env['PORT']), '127.0.0.1');
