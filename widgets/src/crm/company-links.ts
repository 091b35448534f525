import type { ReactiveController, ReactiveElement } from 'lit';

/** Leads from what an element shows of leads to their companies: from a name in a row, and from a lead's form. */
export class CompanyLinks implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #go: (path: string) => unknown;

  constructor(host: ReactiveElement, go: (path: string) => unknown) {
    [this.#host, this.#go] = [host, go];
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this.#clicked);
    this.#host.renderRoot.addEventListener('open-place', this.#asked, true);
  }
  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('click', this.#clicked);
    this.#host.renderRoot.removeEventListener('open-place', this.#asked, true);
  }

  readonly #clicked = (event: Event): void => {
    const [name] = event.composedPath();
    const id = name instanceof HTMLElement ? name.dataset['company'] : '';
    if (id) this.#go(`/companies/${id}`);
  };

  readonly #asked = (event: Event): void => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') this.#go(event.detail);
  };
}
