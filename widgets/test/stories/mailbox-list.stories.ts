import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'mailbox-list' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'connecting',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
];
