import { msg, str } from '@lit/localize';
import type { LeadDeletionPreview } from '@tabard/contract/crm/lead-deletion';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Input } from '../../kit/input.ts';
import { Dialog } from '../../kit/dialog.ts';
import { latinDigits } from '../../kit/latin-digits.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import type { Action } from './bulk-dialog.ts';

/** From so many leads on, their number is to be written: nobody deletes a whole list by two clicks. */
const MANY = 10;
/** The most that what goes with them is counted for. */
const PREVIEWED = 1000;

/**
 * Says what goes with leads that are to be deleted, before it is too late.
 *
 * @fires choose - `detail` is the action.
 * @fires close - It was left.
 */
export class DeleteDialog extends PrefixedElement {
  static override tag = 'delete-dialog';
  static override uses = [Banner, Button, Checkbox, Dialog, Input, Skeleton];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: grid;
        gap: var(--_space-4);
      }
      ul {
        margin: var(--_space-1) 0 0;
        padding-inline-start: 20px;
        list-style: disc;
      }
      li {
        padding-block: 1px;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  /** Those that are deleted; empty where they are all that a filter takes. */
  @property({ attribute: false }) ids: readonly string[] = [];
  @property({ type: Number }) count = 0;
  /** What the one lead is called, or so many leads, in words. */
  @property() leads = '';
  @state() private suppress = false;
  @state() private written = '';
  @query('form') private form!: HTMLFormElement;

  readonly #preview = new Query<LeadDeletionPreview>(this, {
    key: () =>
      this.ids.length > 0 && this.ids.length <= PREVIEWED ? ['leadDeletions', 'preview', this.ids.join(' ')] : null,
    ask: ({ client }) => client.leadDeletions.preview({ ids: [...this.ids] }),
  });

  readonly #send = (event?: Event): void => {
    event?.preventDefault();
    if (this.#agrees && reportForm(this.form))
      this.tell('choose', { kind: 'delete', suppress: this.suppress } satisfies Action);
  };

  get #agrees(): boolean {
    return (
      this.count < MANY ||
      latinDigits(this.written, this.session.format.locale).replace(/\D/g, '') === String(this.count)
    );
  }

  /** What goes along, a line each; what there is none of is not named. */
  #lines({ conversations, notes, activities, tasks, files, enrollments, deals }: LeadDeletionPreview): string[] {
    const { format } = this.session;
    const line = (count: number, one: string, other: (count: string) => string): string[] =>
      count > 0 ? [format.plural(count, { one, other: other(format.number(count)) })] : [];
    return [
      ...line(conversations, msg('1 conversation with all of its messages'), (n) =>
        msg(str`${n} conversations with all of their messages`),
      ),
      ...line(notes, msg('1 note'), (n) => msg(str`${n} notes`)),
      ...line(activities, msg('1 logged activity'), (n) => msg(str`${n} logged activities`)),
      ...line(tasks, msg('1 task'), (n) => msg(str`${n} tasks`)),
      ...line(files, msg('1 file'), (n) => msg(str`${n} files`)),
      ...line(enrollments, msg('the way through 1 campaign'), (n) => msg(str`the way through ${n} campaigns`)),
      ...line(deals, msg('the place in 1 deal, which goes on'), (n) => msg(str`the place in ${n} deals, which go on`)),
    ];
  }

  #goes(): unknown {
    const { value, failure } = this.#preview;
    if (this.ids.length === 0 || this.ids.length > PREVIEWED || failure)
      return html`<p>
        ${msg('Their conversations, notes, activities, tasks and files go with them. Deals go on without them.')}
      </p>`;
    if (!value) return html`<x-skeleton shape="text"></x-skeleton>`;
    const lines = this.#lines(value);
    if (lines.length === 0) return '';
    return html`<div>
      ${msg('This goes along:')}
      <ul class="num">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #held(): unknown {
    const { sending = 0, merged = 0 } = this.#preview.value ?? {};
    if (merged > 0)
      return html`<x-banner tone="warning"
        >${this.session.format.plural(merged, {
          one: msg('1 of them became part of another lead, and stays.'),
          other: msg(str`${this.session.format.number(merged)} of them became part of another lead, and stay.`),
        })}</x-banner
      >`;
    if (sending === 0) return '';
    const count = this.session.format.number(sending);
    return html`<x-banner tone="warning"
      >${
        this.count === 1
          ? msg('A mail to this lead is on its way. It can be deleted when that is settled.')
          : this.session.format.plural(sending, {
              one: msg('A mail to 1 of them is on its way. That one stays for now.'),
              other: msg(str`Mails to ${count} of them are on their way. Those stay for now.`),
            })
      }</x-banner
    >`;
  }

  override render(): unknown {
    const { count, leads } = this;
    const held = this.#preview.value?.sending ?? 0;
    const shown = this.session.format.number(count);
    return html`<x-dialog heading=${msg(str`Delete ${leads} for good?`)} open @close=${() => this.tell('close')}>
      <form novalidate @submit=${this.#send}>
        ${this.#held()} ${this.#goes()}
        <p>${msg('Statistics of campaigns stay. This cannot be undone; to be able to come back, archive instead.')}</p>
        <x-checkbox
          label=${count === 1 ? msg('Never write to this person again') : msg('Never write to any of them again')}
          .checked=${this.suppress}
          @change=${(event: Event) => (this.suppress = (event.target as Checkbox).checked)}
        ></x-checkbox>
        ${
          count >= MANY
            ? html`<x-input
                required
                label=${msg(str`Write ${shown} to confirm`)}
                inputmode="numeric"
                .value=${this.written}
                error=${this.written !== '' && !this.#agrees ? msg('This is not their number.') : ''}
                @input=${(event: Event) => (this.written = (event.target as Input).value)}
              ></x-input>`
            : ''
        }
      </form>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="danger" ?disabled=${held >= count || !this.#agrees} @click=${() => this.#send()}
        >${msg('Delete for good')}</x-button
      >
    </x-dialog>`;
  }
}
