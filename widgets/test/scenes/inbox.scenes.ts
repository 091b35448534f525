import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'inbox' as const;

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({ widget, state: 'fifty-thousand', sample: { conversations: 50_000 } }),
  widgetScene({ widget, state: 'reading', attributes: { 'conversation-id': 'cnv_3' } }),
  widgetScene({ widget, state: 'asking', attributes: { 'conversation-id': 'cnv_5' } }),
  widgetScene({
    widget,
    state: 'writing',
    attributes: { 'conversation-id': 'cnv_0' },
    act: ({ element }) => {
      const field = findDeep<HTMLTextAreaElement>(element.shadowRoot as ShadowRoot, 'acme-text-area', 'textarea');
      field.value = 'Thursday at ten it is.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
  }),
];
