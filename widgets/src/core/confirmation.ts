import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** What is asked before something that cannot be taken back, or stops more than it names. */
export interface Question {
  heading: string;
  /** What will happen, in numbers where there are some. */
  text: string;
  /** What the button that does it says. */
  act: string;
}

/** Asks before an element does what cannot be taken back. Its element shows `view()`, and has the dialog (`kit/dialog.ts`) among its parts. */
export class Confirmation implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asked: (Question & { answer: (sure: boolean) => void }) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asked?.answer(false);
  }

  /** Whether somebody wants it done. */
  ask(question: Question): Promise<boolean> {
    this.#asked?.answer(false);
    return new Promise((resolve) => {
      const answer = (sure: boolean): void => {
        this.#asked = null;
        this.#host.requestUpdate();
        resolve(sure);
      };
      this.#asked = { ...question, answer };
      this.#host.requestUpdate();
    });
  }

  view(): TemplateResult {
    const asked = this.#asked;
    return html`<x-dialog
      class="question"
      heading=${asked?.heading ?? ''}
      .open=${asked !== null}
      @close=${() => this.#asked?.answer(false)}
    >
      <p>${asked?.text}</p>
      <x-button slot="footer" @click=${() => this.#asked?.answer(false)}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" @click=${() => this.#asked?.answer(true)}>${asked?.act}</x-button>
    </x-dialog>`;
  }
}
