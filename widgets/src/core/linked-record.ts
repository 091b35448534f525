import type { ReactiveController } from 'lit';
import type { Failure } from '../base/failure.ts';
import { Query, type QueryHost } from './query.ts';
import type { Session } from './session.ts';

export interface LinkedRecordOptions<R> {
  /** The first word of the key of its answer, and the id that the element's address names; empty where it names none. */
  named: () => readonly [area: string, id: string];
  get: (session: Session, id: string) => PromiseLike<R>;
  open: (record: R) => void;
  /** The address left the record. */
  leave: () => void;
  onFailure: (failure: Failure) => void;
}

/** The record that the address of an element names: opened once it is there, let go of when the address leaves it. */
export class LinkedRecord<R extends { id: string }> implements ReactiveController {
  readonly #options: LinkedRecordOptions<R>;
  readonly #answer: Query<R>;
  #id = '';
  /** Asked again because it changed, it does not open again. */
  #opened = '';

  constructor(host: QueryHost, options: LinkedRecordOptions<R>) {
    this.#options = options;
    const { named, get, onFailure } = options;
    this.#answer = new Query<R>(host, {
      key: () => {
        const [area, id] = named();
        return id ? [area, 'get', id] : null;
      },
      ask: async (session) => get(session, named()[1]),
      onFailure,
    });
    host.addController(this);
  }

  /** Whether the address names a record that is not there for this person, or none at all. */
  get isMissing(): boolean {
    return /not_found|invalid/.test(this.#answer.failure?.kind ?? '');
  }

  /** Says that a record is open, before the address says so. */
  noteOpened(id: string): void {
    this.#opened = id;
  }

  hostUpdate(): void {
    const [, id] = this.#options.named();
    if (id === this.#id) return;
    const left = id === '';
    this.#id = id;
    if (id !== this.#opened) this.#opened = '';
    if (left) this.#options.leave();
  }

  hostUpdated(): void {
    const { value } = this.#answer;
    if (!value || value.id !== this.#id || value.id === this.#opened) return;
    this.#opened = value.id;
    this.#options.open(value);
  }
}
