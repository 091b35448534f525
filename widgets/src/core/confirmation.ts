import { msg } from '@lit/localize';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** What is asked before something that cannot be taken back, or stops more than it names. */
export interface Question {
  heading: string;
  text: string;
  /** What the button does that says yes. */
  act: string;
}

/** Asks before an act, in a dialog (`kit/dialog.ts` among the element's parts) that its view puts somewhere. */
export class Confirmation {
  #asked: (Question & { answer: (sure: boolean) => void }) | null = null;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether a person is sure. Who closes the dialog is not. */
  ask(question: Question): Promise<boolean> {
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
      heading=${asked?.heading ?? ''}
      .open=${asked !== null}
      @close=${() => this.#asked?.answer(false)}
    >
      <p>${asked?.text}</p>
      <x-button slot="footer" @click=${() => asked?.answer(false)}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" @click=${() => asked?.answer(true)}>${asked?.act}</x-button>
    </x-dialog>`;
  }
}
