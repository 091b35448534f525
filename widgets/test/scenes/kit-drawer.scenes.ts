import { html } from '../../src/base/html.ts';
import { Badge } from '../../src/kit/badge.ts';
import { Button } from '../../src/kit/button.ts';
import { Drawer } from '../../src/kit/drawer.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-drawer';
const uses = [Badge, Button, Drawer];
const drawer = () =>
  html`<x-drawer open resizable heading="Lena Brandt"
    ><x-badge slot="actions" dot tone="success">Replied</x-badge>
    <p>Managing director at Brandt Spedition, Venlo.</p>
    <x-button slot="footer">Cancel</x-button><x-button slot="footer" variant="primary">Save changes</x-button></x-drawer
  >`;

export const scenes: readonly Scene[] = [
  primitiveScene({ of, state: 'open', uses, content: drawer }),
  primitiveScene({
    of,
    state: 'pulled',
    uses,
    content: drawer,
    act: (root) =>
      findDeep(root, 'acme-drawer', '.edge').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Home', bubbles: true, composed: true }),
      ),
  }),
];
