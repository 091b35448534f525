import type { ReactiveController, ReactiveControllerHost } from 'lit';

type State = Readonly<Record<string, string | undefined>>;

/** What of an element's view can stand behind the `?` of an address: search, tab, order, period. It tells by `change-view` when that changes. */
export class ViewQuery implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #read: () => State;
  readonly #take: (given: State) => void;
  #said: string | null = null;

  /** `read` says what is shown, empty where it is the usual; `take` shows what an address says. */
  constructor(host: ReactiveControllerHost & HTMLElement, read: () => State, take: (given: State) => void) {
    [this.#host, this.#read, this.#take] = [host, read, take];
    host.addController(this);
  }

  /** What it says things by. */
  get keys(): string[] {
    return Object.keys(this.#read());
  }
  get value(): string {
    const query = new URLSearchParams();
    for (const [key, shown] of Object.entries(this.#read())) if (shown) query.set(key, shown);
    return query.toString();
  }
  set value(query: string) {
    if (query !== this.value) this.#take(Object.fromEntries(new URLSearchParams(query)));
  }

  hostUpdated(): void {
    const now = this.value;
    if (now === this.#said) return;
    this.#said = now;
    this.#host.dispatchEvent(new Event('change-view', { bubbles: true }));
  }
}

/** An element that has one. */
export interface Addressed extends Element {
  viewQuery?: ViewQuery;
}
