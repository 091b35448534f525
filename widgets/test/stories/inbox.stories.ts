import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'inbox' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'fifty-thousand', sample: { conversations: 50_000 } }),
  widgetStory({ widget, state: 'reading', attributes: { 'conversation-id': 'cnv_3' } }),
  widgetStory({ widget, state: 'asking', attributes: { 'conversation-id': 'cnv_5' } }),
  widgetStory({
    widget,
    state: 'other-mail',
    sample: {
      answers: { 'conversations.counts': () => ({ open: 24, unread: 2, people: 24, archived: 3, aside: 12 }) },
    },
  }),
  widgetStory({
    widget,
    state: 'writing',
    attributes: { 'conversation-id': 'cnv_0' },
    play: ({ element }) => {
      const field = findDeep<HTMLTextAreaElement>(element.shadowRoot as ShadowRoot, 'acme-text-area', 'textarea');
      field.value = 'Thursday at ten it is.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
  }),
];
