import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'team-list' as const;
const open = (element: Element): void => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click();

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'open', play: ({ element }) => open(element) }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['team.read'] },
    play: ({ element }) => open(element),
  }),
];
