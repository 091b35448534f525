import { html } from '../../src/base/html.ts';
import { Chart } from '../../src/kit/chart.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-chart';
const uses = [Chart];
const DAYS = Array.from({ length: 14 }, (_, day) => `${day + 1} Nov`);
const SERIES = [
  { name: 'Sent', values: DAYS.map((_, day) => 900 + day * 40) },
  { name: 'Opened by people', values: DAYS.map((_, day) => 420 + ((day * 37) % 11) * 22) },
  { name: 'Replied', values: DAYS.map((_, day) => 120 + ((day * 13) % 7) * 14) },
];
const chart =
  (kind: Chart['kind'], series = SERIES) =>
  () =>
    html`<x-chart
      class="wide"
      label="Mails a day"
      kind=${kind}
      .labels=${DAYS}
      .series=${series}
      .format=${(value: number) => value.toLocaleString('en')}
    ></x-chart>`;
const press = (root: ShadowRoot, key: string): unknown =>
  findDeep(root, 'acme-chart', '.plot').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
  );

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'line', uses, content: chart('line') }),
  primitiveStory({ of, state: 'line-alone', uses, content: chart('line', SERIES.slice(0, 1)) }),
  primitiveStory({ of, state: 'bar', uses, content: chart('bar') }),
  primitiveStory({ of, state: 'stacked', uses, content: chart('stacked') }),
  primitiveStory({
    of,
    state: 'reading',
    uses,
    content: chart('line'),
    play: (root) => {
      for (const key of ['Home', 'ArrowUp', 'ArrowUp', 'ArrowUp']) press(root, key);
    },
  }),
  primitiveStory({
    of,
    state: 'as-table',
    uses,
    content: chart('line'),
    play: (root) => findDeep(root, 'acme-chart', 'acme-button', 'button').click(),
  }),
];
