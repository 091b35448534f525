import { LinkedRecord, type LinkedRecordOptions } from './linked-record.ts';
import type { QueryHost } from './query.ts';

interface Options<R> extends Omit<LinkedRecordOptions<R>, 'open'> {
  /** Opens it; null is one that is still to be made. */
  open: (record: R | null) => void;
  /** Whether the person may make one. */
  mayMake: () => boolean;
}

/** The form that an address names: of a record, or, where it says `new` in place of an id, of one that is still to be made. */
export class LinkedForm<R extends { id: string }> extends LinkedRecord<R> {
  readonly #makes: () => boolean;
  readonly #turn: (makes: boolean) => void;
  #made = false;

  constructor(host: QueryHost, options: Options<R>) {
    const makes = (): boolean => options.named()[1] === 'new' && options.mayMake();
    super(host, { ...options, named: () => [options.named()[0], makes() ? '' : options.named()[1]] });
    this.#makes = makes;
    this.#turn = (now) => (now ? options.open(null) : options.leave());
  }

  override hostUpdated(): void {
    const makes = this.#makes();
    if (makes !== this.#made) this.#turn((this.#made = makes));
    super.hostUpdated();
  }
}
