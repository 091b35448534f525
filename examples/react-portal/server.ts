import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePage } from '@tabard/example-host-server';

// A portal written in React, rendered here and brought to life in the browser. `npm run build` before the first start.

const folder = join(import.meta.dirname, 'dist');
const template = readFileSync(join(folder, 'page/index.html'), 'utf8');
const built = join(folder, 'server/render.js');
const { render } = (await import(built)) as { render: (path: string, apiUrl: string) => string }; // built from src/render.tsx

servePage({
  name: 'Marlow & Finch',
  port: 4003,
  folder: join(folder, 'page'),
  widgets: ['analytics-overview', 'campaign-list', 'campaign-editor', 'inbox', 'lead-table'],
  page: ({ path, nonce, apiUrl }) =>
    template
      .replaceAll('NONCE', nonce)
      .replace('data-api="API"', `data-api="${apiUrl}"`)
      .replace('<!--PORTAL-->', () => render(path, apiUrl)),
});
