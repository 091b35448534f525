import { html } from '../../src/base/html.ts';
import { Badge } from '../../src/kit/badge.ts';
import { Button } from '../../src/kit/button.ts';
import { Card } from '../../src/kit/card.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-card';
const uses = [Badge, Button, Card];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => [
      html`<x-card class="wide" heading="Freight brokers, Q4" openable
        ><x-badge slot="actions" dot tone="success">Running</x-badge>
        <p>1,284 leads in three steps, from four mailboxes.</p>
        <span slot="footer">Launched 12 November</span></x-card
      >`,
      html`<x-card class="wide" heading="Schedule"
        ><p>Monday to Friday, 9:00 to 17:00.</p>
        <x-button slot="footer" size="small">Change</x-button></x-card
      >`,
    ],
  }),
];
