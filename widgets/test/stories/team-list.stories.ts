import { ago } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'team-list' as const;
const one = (at: number) => ({
  id: `team_${at}`,
  name: ['First', 'Second', 'Third'][at] ?? '',
  createdAt: ago(60),
  updatedAt: ago(at * 60),
  archivedAt: null,
});
const answers = {
  'teams.list': () => ({ items: [one(0), one(1), one(2)], nextCursor: null }),
  'teams.get': () => one(0),
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
