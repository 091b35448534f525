import { msg, str } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { countSelected, everythingSelected, nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { moveOf, moveSelected, UNDO_LIMIT, type Archived } from './archive-leads.ts';

/**
 * How many leads are chosen and what can be done with them. Archiving many shows how far it is and can be stopped.
 *
 * @fires select-rows - `detail` is the new selection.
 * @fires archiving - It begins; rows may leave the list.
 * @fires archived - `detail` says what came of it.
 */
export class LeadSelectionBar extends PrefixedElement {
  static override tag = 'lead-selection-bar';
  static override uses = [Button, Dialog];
  static override styles = [
    widgetStyles,
    css`
      .selection {
        display: flex;
        gap: var(--_space-2);
        align-items: center;
        flex-wrap: wrap;
        min-block-size: 38px;
        padding: 4px 8px 4px 14px;
        border-radius: var(--_radius-control);
        background: var(--_accent-soft);
        color: var(--_accent-text);
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
      .every {
        border: 0;
        background: none;
        color: inherit;
        font-size: inherit;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
        min-block-size: 24px;
      }
      @media (pointer: coarse) {
        .every {
          min-block-size: var(--_control-height-touch);
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) selection: Selection = nothingSelected;
  @property({ attribute: false }) filter: LeadFilter = {};
  @property({ attribute: false }) where: WrittenFilter | undefined;
  /** Leads that match, chosen or not; -1 when nobody knows. */
  @property({ type: Number }) total = -1;
  /** How many are archived by now, while it goes on. */
  @state() private done: number | null = null;
  @state() private asking = false;
  #stop: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.abort();
  }

  readonly #archive = async (): Promise<void> => {
    const { session, selection, filter, where } = this;
    this.asking = false;
    this.#stop = new AbortController();
    this.done = 0;
    const ids: string[] = [];
    let failed: unknown = null;
    this.tell('archiving');
    try {
      // Nothing is kept for later: a change that comes without its maker surprises.
      if (session.offline) throw Object.assign(new Error(), { code: 'client.offline' });
      for await (const batch of moveSelected({
        client: session.client,
        filter,
        where,
        selection,
        signal: this.#stop.signal,
      })) {
        ids.push(...batch);
        this.done = ids.length;
      }
    } catch (error) {
      failed = error;
    }
    this.done = null;
    this.tell('archived', { ids, failed, move: moveOf(filter) } satisfies Archived);
  };

  override render(): unknown {
    const { format } = this.session;
    const archives = moveOf(this.filter) === 'archive';
    const count = countSelected(this.selection, Math.max(0, this.total));
    const shown = format.number(count);
    if (this.done !== null && this.selection.all) {
      return html`<div class="selection" role="status">
        <span
          >${archives ? msg(str`${format.number(this.done)} of ${shown} archived`) : msg(str`${format.number(this.done)} of ${shown} restored`)}</span
        >
        <x-button class="push" size="small" @click=${() => this.#stop?.abort()}>${msg('Stop')}</x-button>
      </div>`;
    }
    return html`<div class="selection" role="toolbar" aria-label=${msg('Selected leads')}>
        <span class="num" aria-live="polite">${msg(str`${shown} selected`)}</span>
        ${
          !this.selection.all && this.total > count
            ? html`<button class="every" @click=${() => this.tell('select-rows', everythingSelected)}>
                ${msg(str`Select all ${format.number(this.total)}`)}
              </button>`
            : ''
        }
        <x-button
          class="push"
          size="small"
          icon="archive"
          ?disabled=${count === 0}
          @click=${() => (archives && count > UNDO_LIMIT ? (this.asking = true) : void this.#archive())}
          >${archives ? msg('Archive') : msg('Restore')}</x-button
        >
        <x-button size="small" variant="quiet" @click=${() => this.tell('select-rows', nothingSelected)}
          >${msg('Clear')}</x-button
        >
      </div>
      <x-dialog heading=${msg(str`Archive ${shown} leads`)} .open=${this.asking} @close=${() => (this.asking = false)}>
        <p>
          ${msg('They leave lists and audiences and keep their history. So many can only be brought back a page at a time.')}
        </p>
        <x-button slot="footer" variant="primary" @click=${() => void this.#archive()}
          >${msg(str`Archive ${shown} leads`)}</x-button
        >
      </x-dialog>`;
  }
}
