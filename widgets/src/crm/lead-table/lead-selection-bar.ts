import { msg, str } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { BulkStart } from '@tabard/contract/crm/bulk-operation';
import type { WrittenFilter } from '@tabard/contract/filters';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { countSelected, everythingSelected, nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { bulkAsking, defineAsking, type AskedKind } from '../bulk/bulk-asking.ts';
import type { Action } from '../bulk/bulk-dialog.ts';
import { BulkPanel } from '../bulk/bulk-panel.ts';
import { leadWords } from '../lead-count-words.ts';
import { moveOf } from './archive-leads.ts';

type Kind = Action['kind'];

/**
 * How many leads are chosen and what can be done with them, however many they are.
 *
 * @fires select-rows - `detail` is the new selection.
 * @fires bulk - `detail` is what is to be done to which leads.
 */
export class LeadSelectionBar extends PrefixedElement {
  static override tag = 'lead-selection-bar';
  // What comes of it is shown when the selection is gone.
  static override uses = [Button, BulkPanel, Menu];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: block;
        container: bar / inline-size;
      }
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
      @container bar (max-width: 620px) {
        .wide {
          display: none;
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
  /** What more is asked for. */
  @state() private asking: AskedKind | null = null;

  get #count(): number {
    return countSelected(this.selection, Math.max(0, this.total));
  }

  #tell(action: Action): void {
    const { filter, where, selection } = this;
    const ids = [...selection.ids];
    // Who comes in while somebody decides is not deleted with those that they saw.
    const most = action.kind === 'delete' ? { expected: this.#count } : {};
    const ask: BulkStart = selection.all
      ? { filter, ...(where && { where }), except: ids, action, ...most }
      : { ids, action };
    this.tell('bulk', ask);
  }

  readonly #export = async (): Promise<void> => {
    const { filter, where, selection } = this;
    const ids = [...selection.ids];
    const { openExport } = await import('../lead-export/open-export.ts');
    openExport(this, this.session, () => (selection.all ? { filter, ...(where && { where }), except: ids } : { ids }));
  };

  async #choose(kind: Kind | 'export'): Promise<void> {
    if (kind === 'export') return this.#export();
    if (kind === 'archive' || kind === 'restore') return this.#tell({ kind });
    await defineAsking(this.tagPrefix, kind);
    this.asking = kind;
  }

  #actions(): MenuItem[] {
    const { session } = this;
    const move = moveOf(this.filter);
    const lists: MenuItem[] = [
      { id: 'add_to_list', label: msg('Add to a list'), icon: 'bullets', divided: true },
      { id: 'remove_from_list', label: msg('Remove from a list'), icon: 'minus' },
    ];
    const campaigns: MenuItem[] = [
      { id: 'enroll', label: msg('Add to a campaign'), icon: 'send', divided: true },
      { id: 'stop', label: msg('Stop in a campaign'), icon: 'pause' },
    ];
    return [
      { id: 'add_tags', label: msg('Add tags'), icon: 'plus' },
      { id: 'remove_tags', label: msg('Remove tags'), icon: 'minus' },
      { id: 'set_field', label: msg('Set a field'), icon: 'edit' },
      ...(session.can('list.read') && session.can('list.write') ? lists : []),
      ...(session.can('campaign.read') && session.can('campaign.launch') && move === 'archive' ? campaigns : []),
      ...(session.can('lead.export')
        ? [{ id: 'export', label: msg('Export'), icon: 'download' as const, divided: true }]
        : []),
      { id: move, label: move === 'archive' ? msg('Archive') : msg('Restore'), icon: 'archive', divided: true },
      ...(session.can('lead.delete')
        ? [{ id: 'delete', label: msg('Delete for good'), icon: 'trash' as const, danger: true }]
        : []),
    ];
  }

  override render(): unknown {
    const { format } = this.session;
    const move = moveOf(this.filter);
    const count = this.#count;
    const shown = format.number(count);
    const none = count === 0;
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
          class="push wide"
          size="small"
          icon="plus"
          ?disabled=${none}
          @click=${() => void this.#choose('add_tags')}
          >${msg('Add tags')}</x-button
        >
        <x-button class="wide" size="small" icon="archive" ?disabled=${none} @click=${() => void this.#choose(move)}
          >${move === 'archive' ? msg('Archive') : msg('Restore')}</x-button
        >
        ${
          none
            ? ''
            : html`<x-menu
                size="small"
                variant="secondary"
                .items=${this.#actions()}
                @choose=${(event: CustomEvent<Kind | 'export'>) => void this.#choose(event.detail)}
                >${msg('Actions')}</x-menu
              >`
        }
        <x-button size="small" variant="quiet" @click=${() => this.tell('select-rows', nothingSelected)}
          >${msg('Clear')}</x-button
        >
      </div>
      ${
        this.asking
          ? bulkAsking({
              session: this.session,
              kind: this.asking,
              ids: this.selection.all ? [] : [...this.selection.ids],
              count,
              leads: leadWords(count, format),
              close: () => (this.asking = null),
              choose: (action) => {
                this.asking = null;
                this.#tell(action);
              },
            })
          : ''
      }`;
  }
}
