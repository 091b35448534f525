import { createTheme } from '@tabard/theme';
import { directionOf } from '../../widgets/src/core/locale.ts';
import { clearPlace } from '../../widgets/test/stories/clear-place.ts';
import { stories } from '../../widgets/test/stories/index.ts';
import type { Ask, Tell } from './message.ts';

// One element in one state, in a page of its own under the strictest policy; the page around it says which.

const of = new URLSearchParams(location.search).get('of') ?? '';
const place = document.querySelector('main')!; // the page has it
const ground = new CSSStyleSheet();
document.adoptedStyleSheets = [ground];
const tell = (message: Tell): void => parent.postMessage(message, location.origin);

let wanted: Ask | null = null;
let busy = false;
let shown = '';

/** Shows what is asked last; what was asked in between is passed over. */
async function showWanted(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let ask = wanted; ask; ask = wanted) {
    wanted = null;
    // A changed attribute is seen by the element that is there; anything else puts it up anew.
    const story = JSON.stringify([ask.state, ask.look]);
    if (story !== shown) await putUp(ask).catch((error: unknown) => console.warn(error));
    shown = story;
    const element = place.querySelector(`acme-${ask.of}`);
    for (const [name, value] of Object.entries(ask.attributes)) {
      if (value === null) element?.removeAttribute(name);
      else if (element?.getAttribute(name) !== value) element?.setAttribute(name, value);
    }
    tell({ kind: 'shown' });
  }
  busy = false;
}

async function putUp({ of: name, state, look }: Ask): Promise<void> {
  clearPlace(place);
  const { canvas, text } = createTheme({ brandColor: look.brandColor, mode: look.theme });
  ground.replaceSync(`html{color-scheme:${look.theme}}body{background:${canvas};color:${text}}`);
  document.documentElement.lang = look.locale;
  document.documentElement.dir = directionOf(look.locale);
  await stories.find((story) => story.of === name && story.state === state)?.show(place, look);
}

addEventListener('message', (event: MessageEvent<Ask>) => {
  if (event.origin !== location.origin || event.source !== parent) return;
  wanted = event.data;
  void showWanted();
});
for (const name of new Set((document.body.dataset['events'] ?? '').split(' ').filter(Boolean))) {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<unknown>; // every event of an element carries one
    const words = JSON.stringify(detail, null, 1)?.replaceAll(/\s+/g, ' ') ?? '';
    tell({ kind: 'event', name, detail: words.length > 240 ? `${words.slice(0, 239)}…` : words });
  });
}
new ResizeObserver(() => tell({ kind: 'height', height: place.scrollHeight })).observe(place);
tell({ kind: 'ready', states: stories.filter((story) => story.of === of).map(({ state }) => state) });
