import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'list-list' as const;
const open = (element: Element): void => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="1"]').click();

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'editing', play: ({ element }) => open(element) }),
];
