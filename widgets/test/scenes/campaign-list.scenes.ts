import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'campaign-list' as const;

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({
    widget,
    state: 'menu-open',
    // Cards, which stand in for rows where there is no room, have no menu.
    act: ({ element }) =>
      element.clientWidth > 620 &&
      findDeep(element.shadowRoot as ShadowRoot, 'acme-menu', 'acme-button', 'button').click(),
  }),
  widgetScene({
    widget,
    state: 'editing',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click(),
  }),
];
