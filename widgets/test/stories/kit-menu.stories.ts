import { html } from '../../src/base/html.ts';
import { Menu } from '../../src/kit/menu.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { primitiveStory } from './show-primitive.ts';

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

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () => html`<x-menu icon="more" label="Actions" align="start" .items=${ITEMS}></x-menu>`,
    play: (root) => findDeep(root, 'acme-button', 'button').click(),
  }),
  primitiveStory({
    of,
    state: 'further',
    uses,
    content: () => html`<x-menu icon="more" label="Actions" align="start" .items=${ITEMS}></x-menu>`,
    play: async (root) => {
      findDeep(root, 'acme-button', 'button').click();
      await settle(root);
      findDeep(root, 'acme-menu', '.sub > .item').click();
    },
  }),
];
