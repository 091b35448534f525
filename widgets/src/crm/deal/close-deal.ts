import { msg, str } from '@lit/localize';
import type { DealReason } from '@tabard/contract/crm/deal-reason';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Select } from '../../kit/select.ts';
import { learnRefusals } from './refusal-words.ts';
import { TextArea } from '../../kit/text-area.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/** What somebody says of a deal that is won or lost. */
export interface Closing {
  reasonId: string | null;
  note: string;
}
interface Asked {
  title: string;
  outcome: 'won' | 'lost';
  answer: (closing: Closing | null) => void;
}

/**
 * Asks why a deal is won or lost, before it is.
 */
export class CloseDeal extends PrefixedElement {
  static override tag = 'close-deal';
  static override uses = [Button, Dialog, Select, TextArea];
  static override styles = [
    widgetStyles,
    css`
      .fields {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @state() private asked: Asked | null = null;
  @state() private reasonId = '';
  @state() private note = '';
  readonly #reasons = new Query<readonly DealReason[]>(this, {
    key: () => (this.asked ? ['dealReasons', this.asked.outcome] : null),
    ask: async ({ client }) => {
      const filter = { outcome: [this.asked?.outcome ?? 'lost'] };
      return (await client.dealReasons.list({ filter, limit: 200, sort: 'name', direction: 'asc' })).items;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    learnRefusals();
  }

  /** What is said of it; null where somebody thinks again. */
  ask(title: string, outcome: 'won' | 'lost'): Promise<Closing | null> {
    this.asked?.answer(null);
    [this.reasonId, this.note] = ['', ''];
    return new Promise((resolve) => {
      this.asked = {
        title,
        outcome,
        answer: (closing) => {
          this.asked = null;
          resolve(closing);
        },
      };
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.answer(null);
  }

  override render(): unknown {
    const { asked } = this;
    const won = asked?.outcome === 'won';
    const title = asked?.title ?? '';
    const reasons = (this.#reasons.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return html`<x-dialog
      heading=${won ? msg(str`“${title}” is won`) : msg(str`“${title}” is lost`)}
      .open=${asked !== null}
      @close=${() => this.asked?.answer(null)}
    >
      <div class="fields">
        <x-select
          label=${msg('Reason')}
          placeholder=${msg('None')}
          hint=${this.#reasons.value?.length === 0 ? msg('Whoever manages pipelines can make reasons to choose from.') : ''}
          .options=${reasons}
          .value=${this.reasonId}
          @change=${({ target }: Event) => (this.reasonId = (target as Select).value)}
        ></x-select>
        <x-text-area
          label=${msg('Note')}
          maxlength="500"
          .value=${this.note}
          @input=${({ target }: Event) => (this.note = (target as TextArea).value)}
        ></x-text-area>
      </div>
      <x-button slot="footer" @click=${() => this.asked?.answer(null)}>${msg('Cancel')}</x-button>
      <x-button
        slot="footer"
        variant="primary"
        @click=${() => this.asked?.answer({ reasonId: this.reasonId || null, note: this.note.trim() })}
        >${won ? msg('Mark as won') : msg('Mark as lost')}</x-button
      >
    </x-dialog>`;
  }
}
