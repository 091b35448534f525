export const FAULT_KINDS = [
  'reject_recipient',
  'greylist',
  'unavailable',
  'disconnect_after_dot',
  'delay_reply',
] as const;

/** What the SMTP sink can be told to do wrong, for the next `times` matching mails (for ever without it). */
export interface Fault {
  kind: (typeof FAULT_KINDS)[number];
  /** Part of the recipient's address; every recipient without it. */
  match?: string;
  times?: number;
  /** How long the reply after the final dot waits, for `delay_reply`. */
  delayMs?: number;
  /** The reply instead of the usual one, such as `552 5.2.2 Mailbox full`, for `reject_recipient` and `greylist`. */
  reply?: string;
}

/** The faults in force; each use of one with `times` uses it up. */
export class Faults {
  #list: Fault[] = [];

  set(faults: Fault[]): void {
    this.#list = faults.map((fault) => ({ ...fault }));
  }

  list(): Fault[] {
    return this.#list.map((fault) => ({ ...fault }));
  }

  take(kind: Fault['kind'], recipients: string[]): Fault | null {
    const found = this.#list.find(
      (fault) =>
        fault.kind === kind &&
        fault.times !== 0 &&
        (!fault.match || recipients.some((recipient) => recipient.includes(fault.match ?? ''))),
    );
    if (!found) return null;
    if (found.times !== undefined) found.times--;
    return found;
  }
}
