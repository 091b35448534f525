import type { App } from '../../src/app/app/app.ts';
import { wait } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { onClear } from './clear-place.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'app' as const;
const at = (state: string, route: string): Scene => widgetScene({ widget, state, attributes: { route } });

const scenesOfApp: readonly Scene[] = [
  ...usualScenes(widget),
  at('inbox', '/inbox'),
  at('leads', '/leads'),
  at('campaign', '/campaigns/cmp_0'),
  at('import', '/leads/import'),
  at('missing', '/nowhere'),
  at('set-up', '/get-started'),
  widgetScene({ widget, state: 'started', attributes: { route: '/get-started' }, sample: { empty: true } }),
  widgetScene({ widget, state: 'folded', attributes: { navigation: 'rail' } }),
  widgetScene({
    widget,
    state: 'one-part',
    sample: { permissions: ['workspace.read', 'inbox.read', 'inbox.reply'] },
  }),
  widgetScene({ widget, state: 'palette', act: ({ element }) => (element as App).openPalette() }),
  widgetScene({
    widget,
    state: 'palette-found',
    act: async ({ element }) => {
      await (element as App).openPalette();
      await settle(element.shadowRoot as ShadowRoot);
      const field = findDeep<HTMLInputElement>(element.shadowRoot as ShadowRoot, '[role=combobox]');
      field.value = 'ca';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      // It asks when typing pauses.
      await wait(300);
    },
  }),
  widgetScene({ widget, state: 'help', act: ({ element }) => (element as App).overlays.open('help') }),
  widgetScene({
    widget,
    state: 'more',
    // Only phones have it; elsewhere the help is next to the hand.
    act: ({ element }) =>
      (element.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup=dialog].entry:last-child') ?? element).click(),
  }),
];

const edge = new CSSStyleSheet();
edge.replaceSync('main:has(acme-app){padding:0!important}');

/** The app fills its page to the edge, where other elements stand among things. */
export const scenes: readonly Scene[] = scenesOfApp.map((scene) => ({
  ...scene,
  show: (place, look) => {
    document.adoptedStyleSheets.push(edge);
    onClear(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== edge);
    });
    return scene.show(place, look);
  },
}));
