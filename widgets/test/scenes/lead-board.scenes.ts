import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'lead-board' as const;
const stages = { stages: 'Qualified,Meeting,Offer,Won', 'value-field': 'worth', currency: 'EUR' };

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({ widget, state: 'stages', attributes: stages }),
  widgetScene({
    widget,
    state: 'refused',
    act: async ({ element }) => {
      const card = findDeep(element.shadowRoot as ShadowRoot, 'acme-board', '[data-card] .open');
      card.focus();
      await settle(element.shadowRoot as ShadowRoot);
      for (const key of [' ', 'ArrowRight', 'ArrowRight'])
        card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    },
  }),
  widgetScene({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'lead.read'] },
  }),
  widgetScene({
    widget,
    state: 'open',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, 'acme-board', '[data-card] .open').click(),
  }),
];
