import { html } from '../../src/base/html.ts';
import { Badge } from '../../src/kit/badge.ts';
import { Button } from '../../src/kit/button.ts';
import { Drawer } from '../../src/kit/drawer.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-drawer';
const uses = [Badge, Button, Drawer];
const drawer = () =>
  html`<x-drawer open resizable heading="Lena Brandt"
    ><x-badge slot="actions" dot tone="success">Replied</x-badge>
    <p>Managing director at Brandt Spedition, Venlo.</p>
    <x-button slot="footer">Cancel</x-button><x-button slot="footer" variant="primary">Save changes</x-button></x-drawer
  >`;

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'open', uses, content: drawer }),
  primitiveStory({
    of,
    state: 'pulled',
    uses,
    content: drawer,
    play: (root) =>
      findDeep(root, 'acme-drawer', '.edge').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Home', bubbles: true, composed: true }),
      ),
  }),
];
