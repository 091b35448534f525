import { html } from '../../src/core/html.ts';
import { Menu } from '../../src/kit/menu.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-menu';
const uses = [Menu];
const ITEMS = [
  { id: 'edit', label: 'Edit', icon: 'edit' },
  { id: 'pause', label: 'Pause', icon: 'pause', hint: 'P' },
  { id: 'check', label: 'Check', icon: 'plug', disabled: true },
  { id: 'remove', label: 'Remove', icon: 'trash', danger: true },
] as const;

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'open',
    uses,
    content: () => html`<x-menu icon="more" label="Actions" align="start" .items=${ITEMS}></x-menu>`,
    act: (root) => findDeep(root, 'acme-button', 'button').click(),
  }),
];
