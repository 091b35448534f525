import { html } from '../../src/base/html.ts';
import { Figure } from '../../src/kit/figure.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-figure';
const uses = [Figure];
const TREND = [4, 6, 5, 8, 7, 9, 12];
const against = 'compared with the 30 days before';
const figures = () => [
  html`<x-figure
    class="wide"
    selectable
    selected
    name="Replied"
    value="6.8%"
    detail="3,278"
    counts="Leads who answered. Automatic replies do not count."
    .change=${{ text: '+0.4 points', direction: 'up', welcome: true, against }}
    .trend=${TREND}
  ></x-figure>`,
  html`<x-figure
    class="wide"
    name="Bounced"
    value="1.3%"
    counts="Mails that could not be delivered."
    .change=${{ text: '+0.2 points', direction: 'up', welcome: false, against }}
    .trend=${TREND}
  ></x-figure>`,
];

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'filled', uses, content: figures }),
  primitiveStory({
    of,
    state: 'explained',
    uses,
    content: figures,
    play: (root) => findDeep(root, 'acme-figure', '.why').click(),
  }),
];
