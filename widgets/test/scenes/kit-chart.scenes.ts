import { html } from '../../src/core/html.ts';
import { Chart } from '../../src/kit/chart.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-chart';
const uses = [Chart];
const DAYS = Array.from({ length: 14 }, (_, day) => `${day + 1} Nov`);

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'line',
    uses,
    content: () =>
      html`<x-chart
        class="wide"
        label="Mails a day"
        kind="line"
        .labels=${DAYS}
        .series=${[
          { name: 'Sent', values: DAYS.map((_, day) => 900 + day * 40) },
          { name: 'Opened', values: DAYS.map((_, day) => 420 + ((day * 37) % 11) * 22) },
        ]}
      ></x-chart>`,
  }),
  primitiveScene({
    of,
    state: 'bar',
    uses,
    content: () =>
      html`<x-chart
        class="wide"
        label="Mails a day"
        kind="bar"
        .labels=${DAYS}
        .series=${[
          { name: 'Sent', values: DAYS.map((_, day) => 900 + day * 40) },
          { name: 'Opened', values: DAYS.map((_, day) => 420 + ((day * 37) % 11) * 22) },
        ]}
      ></x-chart>`,
  }),
];
