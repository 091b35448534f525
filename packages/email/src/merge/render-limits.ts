/** Parts a template may write in one mail, loops counted each time round. */
const MAX_STEPS = 2_000;
const MAX_MILLISECONDS = 1_000;

/**
 * Ends a rendering after so many steps, on every machine alike; the clock is only there for what no count foresees.
 * @returns what Liquid asks before each part it writes
 */
export function limitSteps(): { check: () => void; use: () => void } {
  let steps = 0;
  const until = performance.now() + MAX_MILLISECONDS;
  const check = () => {
    if (++steps > MAX_STEPS || (steps % 64 === 0 && performance.now() > until))
      throw new Error('template render limit exceeded');
  };
  return { check, use: check };
}
