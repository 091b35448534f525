import { everyDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets the page come to rest: nothing may change any more, and `ms` is only the least that this takes. */
export async function rest(ms = 0): Promise<void> {
  await wait(ms);
  await settle(document);
}

/**
 * Waits until a thing is so, at most half a minute: the machine may do other things. Looks often at first, as most things soon are.
 * What is asked of something that is not there yet is not so yet.
 */
export async function until(holds: () => unknown): Promise<void> {
  let cause: unknown;
  const isSo = (): unknown => {
    try {
      return holds();
    } catch (error) {
      cause = error;
      return false;
    }
  };
  const end = performance.now() + 30_000;
  for (let pause = 1; !isSo(); pause = Math.min(20, pause * 1.5)) {
    if (performance.now() > end) throw new Error(`This did not come to hold: ${holds.toString()}`, { cause });
    cause = undefined;
    await wait(pause);
  }
}

/** The words an element shows in its own tree and in those of what it is made of. */
export const textOf = ({ shadowRoot }: Element): string =>
  shadowRoot ? [shadowRoot, ...everyDeep(shadowRoot)].map((one) => ownText(one)).join(' ') : '';
const ownText = (one: Node): string =>
  one instanceof Element ? (one.shadowRoot?.textContent ?? '') : (one.textContent ?? '');
