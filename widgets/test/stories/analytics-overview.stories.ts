import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'analytics-overview' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'one-campaign', attributes: { 'campaign-id': 'cmp_0' } }),
  widgetStory({
    widget,
    state: 'as-table',
    play: ({ element }) => {
      const chart = findDeep(element.shadowRoot as ShadowRoot, 'acme-chart');
      findDeep(chart.shadowRoot as ShadowRoot, 'button').click();
    },
  }),
];
