import { expect } from '@open-wc/testing';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a thing is so, at most four seconds. */
export async function until(holds: () => unknown): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await wait(20);
  expect(Boolean(holds()), holds.toString()).to.equal(true);
}

/** The words an element shows in its own tree. */
export const textOf = (element: Element): string => element.shadowRoot?.textContent ?? '';
