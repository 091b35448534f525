import type { Visit } from './link.rules.ts';

/** Visits of one kind that are written for one mail in a day: far more than people make, and an end for who asks again and again. */
const mostADay = 50;
const dayMs = 86_400_000;
/** Mails that are counted at once; about 20 MB. */
const mostCounts = 100_000;

/** Counts the visits of this process, so that a picture that is asked for a thousand times does not become a thousand rows. */
export class VisitCap {
  #counts = new Map<string, number>();
  #until = 0;

  /** Whether this visit is still to be written. Machines do not use up what people have. */
  admits({ kind, deliveryId, machine, at }: Visit): boolean {
    if (at.getTime() > this.#until || this.#counts.size >= mostCounts) {
      this.#counts = new Map();
      this.#until = at.getTime() + dayMs;
    }
    const key = `${kind}${machine ? '-' : ' '}${deliveryId}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count <= mostADay;
  }
}
