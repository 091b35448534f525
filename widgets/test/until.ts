export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a thing is so, at most four seconds. */
export async function until(holds: () => unknown): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await wait(20);
  if (!holds()) throw new Error(`This did not come to hold: ${holds.toString()}`);
}

/** The words an element shows in its own tree. */
export const textOf = (element: Element): string => element.shadowRoot?.textContent ?? '';
