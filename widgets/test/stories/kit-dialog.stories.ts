import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import { Dialog } from '../../src/kit/dialog.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-dialog';
const uses = [Button, Dialog];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () =>
      html`<x-dialog open heading="Launch this campaign"
        ><p>Mails start to leave in the next sending window.</p>
        <x-button slot="footer">Cancel</x-button
        ><x-button slot="footer" variant="primary">Launch campaign</x-button></x-dialog
      >`,
  }),
  primitiveStory({
    of,
    state: 'side',
    uses,
    content: () =>
      html`<x-dialog open side heading="Lena Brandt"><p>Managing director at Brandt Spedition.</p></x-dialog>`,
  }),
  primitiveStory({
    of,
    state: 'wide',
    uses,
    content: () => html`<x-dialog open wide heading="Import leads"><p>Choose a file.</p></x-dialog>`,
  }),
  primitiveStory({
    of,
    state: 'nested',
    uses,
    content: () => [
      html`<x-dialog open wide heading="Import leads"><p>Choose a file.</p></x-dialog>`,
      html`<x-dialog open heading="Leave the import"
        ><p>What was chosen is not kept.</p>
        <x-button slot="footer">Stay</x-button><x-button slot="footer" variant="danger">Leave</x-button></x-dialog
      >`,
    ],
  }),
];
