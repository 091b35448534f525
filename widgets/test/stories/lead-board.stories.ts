import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'lead-board' as const;
const stages = { stages: 'Qualified,Meeting,Offer,Won', 'value-field': 'worth', currency: 'EUR' };

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'stages', attributes: stages }),
  widgetStory({
    widget,
    state: 'refused',
    play: async ({ element }) => {
      const card = findDeep(element.shadowRoot as ShadowRoot, 'acme-board', '[data-card] .open');
      card.focus();
      await settle(element.shadowRoot as ShadowRoot);
      for (const key of [' ', 'ArrowRight', 'ArrowRight'])
        card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    },
  }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'lead.read'] },
  }),
  widgetStory({
    widget,
    state: 'open',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, 'acme-board', '[data-card] .open').click(),
  }),
];
