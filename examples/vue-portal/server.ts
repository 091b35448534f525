import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePage } from '@tabard/example-host-server';

// A portal written in Vue, rendered here and brought to life in the browser. `npm run build` before the first start.

const folder = join(import.meta.dirname, 'dist');
const template = readFileSync(join(folder, 'page/index.html'), 'utf8');
const built = join(folder, 'server/render.js');
const { render } = (await import(built)) as { render: (path: string) => Promise<string> }; // built from src/render.ts
const paths = ['/', '/mailboxes', '/templates'];
const rendered = new Map(await Promise.all(paths.map(async (path) => [path, await render(path)] as const)));

servePage({
  name: 'Ember Freight',
  port: 4004,
  folder: join(folder, 'page'),
  widgets: ['campaign-list', 'campaign-editor', 'mailbox-list', 'template-list'],
  page: ({ path, nonce, apiUrl }) =>
    template
      .replaceAll('NONCE', nonce)
      .replace('data-api="API"', `data-api="${apiUrl}"`)
      .replace('<!--PORTAL-->', () => rendered.get(path) ?? rendered.get('/') ?? ''),
});
