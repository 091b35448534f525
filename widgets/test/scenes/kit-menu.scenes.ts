import { html } from '../../src/base/html.ts';
import { Menu } from '../../src/kit/menu.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-menu';
const uses = [Menu];
const ITEMS = [
  { id: 'edit', label: 'Edit', icon: 'edit' },
  { id: 'pause', label: 'Pause', icon: 'pause', shortcut: 'P' },
  { id: 'check', label: 'Check', icon: 'plug', disabled: true, reason: 'It is not connected.' },
  {
    id: 'export',
    label: 'Export',
    icon: 'download',
    items: [
      { id: 'csv', label: 'CSV' },
      { id: 'xlsx', label: 'Excel' },
    ],
  },
  { id: 'remove', label: 'Remove', icon: 'trash', danger: true, divided: true },
] as const;

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'open',
    uses,
    content: () => html`<x-menu icon="more" label="Actions" align="start" .items=${ITEMS}></x-menu>`,
    act: (root) => findDeep(root, 'acme-button', 'button').click(),
  }),
  primitiveScene({
    of,
    state: 'further',
    uses,
    content: () => html`<x-menu icon="more" label="Actions" align="start" .items=${ITEMS}></x-menu>`,
    act: async (root) => {
      findDeep(root, 'acme-button', 'button').click();
      await settle(root);
      findDeep(root, 'acme-menu', '.sub > .item').click();
    },
  }),
];
