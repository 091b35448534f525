import { msg, str } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { leadWords } from '../lead-count-words.ts';

/**
 * Chooses the tag that another one goes into.
 *
 * @fires merged - The platform does it.
 * @fires close - It is done, or left.
 */
export class TagMerge extends PrefixedElement {
  static override tag = 'tag-merge';
  static override uses = [Banner, Button, Combobox, Dialog];
  static override styles = widgetStyles;
  @property({ attribute: false }) session!: Session;
  /** The tag that ends. */
  @property({ attribute: false }) tag!: Tag;
  @state() private intoId = '';
  @state() private busy = false;
  @state() private failure: Failure | null = null;

  readonly #find = async (search: string) => {
    const { items } = await this.session.client.tags.list({
      limit: 50,
      sort: 'name',
      direction: 'asc',
      ...(search && { filter: { search } }),
    });
    return items
      .filter(({ id, change }) => id !== this.tag.id && !change)
      .map(({ id, name, leadCount }) => ({
        value: id,
        label: name,
        hint: leadWords(leadCount, this.session.format),
      }));
  };

  readonly #merge = async (): Promise<void> => {
    if (!this.intoId || this.busy) return;
    [this.busy, this.failure] = [true, null];
    const { client, cache } = this.session;
    try {
      await client.tags.merge({ id: this.tag.id, intoId: this.intoId });
      for (const area of ['tags', 'leads']) cache.invalidate([area]);
      this.tell('merged');
      this.tell('close');
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  override render(): unknown {
    const { name, leadCount } = this.tag;
    const leads = leadWords(leadCount, this.session.format);
    return html`<x-dialog heading=${msg(str`Merge “${name}” into another tag`)} open @close=${() => this.tell('close')}>
      ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
      <p>
        ${leadCount > 0 ? msg(str`${leads} get the other tag instead, and this one ends.`) : msg('No lead carries it. It ends.')}
      </p>
      <x-combobox
        required
        label=${msg('Merge into')}
        .load=${this.#find}
        .value=${this.intoId}
        @change=${(event: Event) => (this.intoId = (event.target as Combobox).value)}
      ></x-combobox>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button
        slot="footer"
        variant="primary"
        ?disabled=${!this.intoId}
        ?busy=${this.busy}
        @click=${() => void this.#merge()}
        >${msg('Merge tags')}</x-button
      >
    </x-dialog>`;
  }
}
