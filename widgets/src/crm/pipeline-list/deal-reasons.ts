import { msg, str } from '@lit/localize';
import type { DealReason } from '@tabard/contract/crm/deal-reason';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

type Outcome = DealReason['outcome'];

/**
 * The reasons for which deals are won and lost: add one, rename one, take one out and bring it back.
 *
 * @event close - The dialog was closed.
 */
export class DealReasons extends PrefixedElement {
  static override tag = 'deal-reasons';
  static override uses = [Banner, Button, Dialog, Input];
  static override styles = [
    widgetStyles,
    css`
      section + section {
        margin-block-start: var(--_space-5);
      }
      h2 {
        font-size: var(--_font-size-m);
        margin-block-end: var(--_space-2);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li,
      form {
        display: flex;
        align-items: end;
        gap: var(--_space-2);
        margin-block-end: var(--_space-2);
      }
      .name {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @state() private failure: Failure | null = null;
  /** One that was taken out and can come back at once. */
  @state() private gone: DealReason | null = null;
  @state() private fresh: Readonly<Record<Outcome, string>> = { won: '', lost: '' };
  readonly #reasons = new Query<{ items: readonly DealReason[] }>(this, {
    key: () => ['dealReasons', 'all'],
    ask: ({ client }) => client.dealReasons.list({ limit: 200, sort: 'name', direction: 'asc' }),
  });

  async #do(change: () => PromiseLike<unknown>): Promise<boolean> {
    this.failure = null;
    try {
      await change();
      this.session.cache.invalidate(['dealReasons']);
      return true;
    } catch (error) {
      this.failure = toFailure(error);
      return false;
    }
  }

  readonly #add = async (event: Event, outcome: Outcome): Promise<void> => {
    event.preventDefault();
    const name = this.fresh[outcome].trim();
    if (!name) return;
    if (await this.#do(() => this.session.client.dealReasons.create({ name, outcome })))
      this.fresh = { ...this.fresh, [outcome]: '' };
  };

  async #rename({ id, name: before }: DealReason, { target }: Event): Promise<void> {
    const name = (target as Input).value.trim();
    if (name && name !== before) await this.#do(() => this.session.client.dealReasons.update({ id, name }));
  }

  async #takeOut(reason: DealReason): Promise<void> {
    if (await this.#do(() => this.session.client.dealReasons.archive({ ids: [reason.id] }))) this.gone = reason;
  }
  async #bringBack({ id }: DealReason): Promise<void> {
    if (await this.#do(() => this.session.client.dealReasons.restore({ ids: [id] }))) this.gone = null;
  }

  override render(): unknown {
    const { failure, gone } = this;
    const shown = failure ?? (this.#reasons.value ? null : this.#reasons.failure);
    return html`<x-dialog heading=${msg('Why deals are won and lost')} open @close=${() => this.tell('close')}>
      ${shown ? html`<x-banner tone="danger">${textOf(shown)}</x-banner>` : ''}
      ${
        gone
          ? html`<x-banner
              >${msg(str`“${gone.name}” is no longer offered.`)}
              <x-button slot="actions" size="small" @click=${() => void this.#bringBack(gone)}
                >${msg('Undo')}</x-button
              ></x-banner
            >`
          : ''
      }
      ${this.#part('won', msg('Won'))} ${this.#part('lost', msg('Lost'))}
    </x-dialog>`;
  }

  #part(outcome: Outcome, heading: string): unknown {
    const reasons = (this.#reasons.value?.items ?? []).filter((one) => one.outcome === outcome);
    const writes = this.session.can('pipeline.manage');
    return html`<section aria-label=${heading}>
      <h2>${heading}</h2>
      ${reasons.length === 0 && !writes ? html`<p class="muted">${msg('None yet')}</p>` : ''}
      <ul>
        ${reasons.map(
          (reason) =>
            html`<li>
              <x-input
                class="name"
                hide-label
                label=${msg(str`Reason ${reason.name}`)}
                maxlength="100"
                .value=${reason.name}
                ?disabled=${!writes}
                @change=${(event: Event) => void this.#rename(reason, event)}
              ></x-input>
              ${
                writes
                  ? html`<x-button
                      variant="quiet"
                      icon="trash"
                      label=${msg(str`Take “${reason.name}” out`)}
                      @click=${() => void this.#takeOut(reason)}
                    ></x-button>`
                  : ''
              }
            </li>`,
        )}
      </ul>
      ${
        writes
          ? html`<form novalidate @submit=${(event: Event) => void this.#add(event, outcome)}>
              <x-input
                class="name"
                label=${msg('Another reason')}
                maxlength="100"
                .value=${this.fresh[outcome]}
                @input=${({ target }: Event) => (this.fresh = { ...this.fresh, [outcome]: (target as Input).value })}
              ></x-input>
              <x-button
                icon="plus"
                label=${msg('Add reason')}
                @click=${(event: Event) => void this.#add(event, outcome)}
              ></x-button>
            </form>`
          : ''
      }
    </section>`;
  }
}
