import { everyDeep } from './find-deep.ts';

const QUIET_ROUNDS = 4;
const ROUND_MS = 25;
const PATIENCE_MS = 8000;
/** Nothing of ours moves longer; what still does waits for something that does not come. */
const MOST_MOVED_ROUNDS = 40;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ROUND_MS));

/** Resolves when everything below is defined and rendered, nothing has changed for a while, and what moves has arrived. */
export async function settle(place: ParentNode): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  let before = '';
  let movedRounds = 0;
  for (let quiet = 0; quiet < QUIET_ROUNDS;) {
    if (performance.now() > until) throw new Error('The scene does not come to rest.');
    await pause();
    const now = await sign(place);
    quiet = now !== before || (moves(place) && movedRounds++ < MOST_MOVED_ROUNDS) ? 0 : quiet + 1;
    before = now;
  }
  await document.fonts.ready;
}

const moves = (place: ParentNode): boolean =>
  [...everyDeep(place)].some((element) => element.getAnimations().some(arrives));
const arrives = ({ playState, effect }: Animation): boolean =>
  playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;

/** A text that changes with what is shown. An element without its code counts too: some wait for a click to fetch it. */
async function sign(place: ParentNode): Promise<string> {
  let text = '';
  for (const element of everyDeep(place)) {
    if (element.localName.includes('-')) {
      await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
    }
    text += `${element.localName}${String(element.matches(':defined'))}${element.classList.value}${element.childElementCount}`;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    const { x, y, width, height } = element.getBoundingClientRect();
    text += [x, y, width, height].map(Math.round).join();
  }
  return text;
}
