import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'analytics-overview' as const;

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({ widget, state: 'one-campaign', attributes: { 'campaign-id': 'cmp_0' } }),
  widgetScene({
    widget,
    state: 'as-table',
    act: ({ element }) => {
      const chart = findDeep(element.shadowRoot as ShadowRoot, 'acme-chart');
      findDeep(chart.shadowRoot as ShadowRoot, 'button').click();
    },
  }),
];
