import { msg } from '@lit/localize';
import type { PropertyValues } from 'lit';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Switch } from '../../kit/switch.ts';

/** What a search is to be called, and whether all may see it. */
export interface SearchToSave {
  name: string;
  shared: boolean;
}

/** Asks under which name a search is kept. */
export class SaveSearch extends PrefixedElement {
  static override tag = 'save-search';
  static override uses = [Button, Dialog, Input, Switch];
  static override styles = [
    kitStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
    `,
  ];

  /** What is searched for: the name unless another is given. */
  @property() text = '';
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean, attribute: 'may-share' }) mayShare = false;
  @property({ type: Boolean }) busy = false;
  @state() private name = '';
  @state() private shared = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) [this.name, this.shared] = [this.text.slice(0, 80), false];
  }

  readonly #save = (event?: Event): void => {
    event?.preventDefault();
    const name = this.name.trim();
    if (name) this.tell('save', { name, shared: this.shared } satisfies SearchToSave);
  };

  override render(): unknown {
    return html`<x-dialog heading=${msg('Save search')} ?open=${this.open} @close=${() => this.tell('close')}>
      <form @submit=${this.#save}>
        <x-input
          autofocus
          label=${msg('Name')}
          required
          maxlength="80"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.currentTarget as Input).value)}
        ></x-input>
        ${
          this.mayShare
            ? html`<x-switch
                label=${msg('Everybody in the workspace sees it')}
                ?checked=${this.shared}
                @change=${(event: Event) => (this.shared = (event.currentTarget as Switch).checked)}
              ></x-switch>`
            : ''
        }
      </form>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button
        slot="footer"
        variant="primary"
        ?busy=${this.busy}
        ?disabled=${!this.name.trim()}
        @click=${() => this.#save()}
        >${msg('Save search')}</x-button
      >
    </x-dialog>`;
  }
}
