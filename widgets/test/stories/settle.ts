import { everyDeep } from './find-deep.ts';

declare global {
  /** Put into pages that load their code bit by bit: resolves when what was asked for has come. */
  var codeArrived: (() => Promise<unknown>) | undefined;
}

const QUIET_ROUNDS = 3;
const ROUND_MS = 12;
const PATIENCE_MS = 30_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ROUND_MS));

/**
 * Resolves when everything below is defined and rendered, nothing has changed for a while, and what moves has arrived. It is
 * brought there: a busy WebKit draws nothing for a second, and until it does tells styles from the midst of a movement.
 */
export async function settle(place: ParentNode): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  let before = '';
  for (let quiet = 0; quiet < QUIET_ROUNDS;) {
    if (performance.now() > until) throw new Error('The story does not come to rest.');
    await Promise.all([pause(), globalThis.codeArrived?.()]);
    const [moved, now] = [arrive(place), await sign(place)];
    quiet = moved || now !== before ? 0 : quiet + 1;
    before = now;
  }
  await document.fonts.ready;
  await drawn();
}

/** Resolves when the browser has drawn what is so now: a frame is announced before its styles are computed. */
export async function drawn(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
}

/** Ends all movement that has an end; says whether something moved. */
function arrive(place: ParentNode): boolean {
  const roots = [place.getRootNode(), ...[...everyDeep(place)].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const moving = (roots as (Document | ShadowRoot)[]).flatMap((root) => root.getAnimations()).filter(isOnItsWay);
  for (const animation of moving) animation.finish();
  return moving.length > 0;
}
const isOnItsWay = ({ playState, effect }: Animation): boolean =>
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
