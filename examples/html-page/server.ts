import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePage } from '@tabard/example-host-server';

// One page of HTML without a script of its own: a provider element asks this server for sessions.

const html = readFileSync(join(import.meta.dirname, 'page.html'), 'utf8');

servePage({
  name: 'Studio Plume',
  port: 4005,
  folder: import.meta.dirname,
  widgets: ['inbox', 'analytics-overview'],
  page: ({ nonce, apiUrl }) =>
    html.replaceAll('NONCE', nonce).replaceAll('API/', `${apiUrl}/`).replaceAll('"API"', `"${apiUrl}"`),
});
