import { everyDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets the page come to rest: nothing may change any more, and `ms` is only the least that this takes. */
export async function rest(ms = 0): Promise<void> {
  await wait(ms);
  await settle(document);
}

/** Waits until a thing is so, at most half a minute: the machine may do other things. */
export async function until(holds: () => unknown): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end && !holds();) await wait(20);
  if (!holds()) throw new Error(`This did not come to hold: ${holds.toString()}`);
}

/** The words an element shows in its own tree and in those of what it is made of. */
export const textOf = ({ shadowRoot }: Element): string =>
  shadowRoot ? [shadowRoot, ...everyDeep(shadowRoot)].map((one) => ownText(one)).join(' ') : '';
const ownText = (one: Node): string =>
  one instanceof Element ? (one.shadowRoot?.textContent ?? '') : (one.textContent ?? '');
