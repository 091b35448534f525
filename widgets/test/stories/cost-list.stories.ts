import { ago } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'cost-list' as const;
const one = (at: number) => ({
  id: `cost_${at}`,
  name: ['First', 'Second', 'Third'][at] ?? '',
  createdAt: ago(60),
  updatedAt: ago(at * 60),
  archivedAt: null,
});
const answers = {
  'costs.list': () => ({ items: [one(0), one(1), one(2)], nextCursor: null }),
  'costs.get': () => one(0),
};

export const stories: readonly Story[] = [
  ...usualStories(widget, {}, { answers }),
  widgetStory({
    widget,
    state: 'open',
    sample: { answers },
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click(),
  }),
];
