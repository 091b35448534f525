import type { App } from '../../src/app/app/app.ts';
import { wait } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { onClear } from './clear-place.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'app' as const;
const at = (state: string, route: string): Story => widgetStory({ widget, state, attributes: { route } });

const storiesOfApp: readonly Story[] = [
  ...usualStories(widget),
  at('inbox', '/inbox'),
  at('leads', '/leads'),
  at('campaign', '/campaigns/cmp_0'),
  at('import', '/leads/import'),
  at('missing', '/nowhere'),
  at('set-up', '/get-started'),
  widgetStory({ widget, state: 'started', attributes: { route: '/get-started' }, sample: { empty: true } }),
  widgetStory({ widget, state: 'folded', attributes: { navigation: 'rail' } }),
  widgetStory({
    widget,
    state: 'one-part',
    sample: { permissions: ['workspace.read', 'inbox.read', 'inbox.reply'] },
  }),
  widgetStory({ widget, state: 'palette', play: ({ element }) => (element as App).overlays.open('palette') }),
  widgetStory({
    widget,
    state: 'palette-found',
    play: async ({ element }) => {
      await (element as App).overlays.open('palette');
      await settle(element.shadowRoot as ShadowRoot);
      const field = findDeep<HTMLInputElement>(element.shadowRoot as ShadowRoot, '[role=combobox]');
      field.value = 'ca';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      // It asks when typing pauses.
      await wait(300);
    },
  }),
  widgetStory({ widget, state: 'help', play: ({ element }) => (element as App).overlays.open('help') }),
  widgetStory({
    widget,
    state: 'more',
    // Only phones have it; elsewhere the help is next to the hand.
    play: ({ element }) =>
      (element.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup=dialog].entry:last-child') ?? element).click(),
  }),
];

const edge = new CSSStyleSheet();
edge.replaceSync('main:has(acme-app){padding:0!important}');

/** The app fills its page to the edge, where other elements stand among things. */
export const stories: readonly Story[] = storiesOfApp.map((story) => ({
  ...story,
  show: (place, look) => {
    document.adoptedStyleSheets.push(edge);
    onClear(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== edge);
    });
    return story.show(place, look);
  },
}));
