/** Presses a key on something; says whether its own action was left to the browser. */
export const pressKey = (target: EventTarget | null | undefined, key: string, held: KeyboardEventInit = {}): boolean =>
  target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...held }),
  ) ?? true;
