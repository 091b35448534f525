import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import { css, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { toFailure } from '../../core/failure.ts';
import { html } from '../../core/html.ts';
import { PrefixedElement } from '../../core/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../core/failure-text.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { Menu } from '../../kit/menu.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Switch } from '../../kit/switch.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { toHtml } from '../campaign-editor/campaign-draft.ts';
import { MailBody } from '../mail-body.ts';
import { MailPreview } from '../mail-preview.ts';
import { mergeFieldMenu } from '../merge-field-menu.ts';

type Draft = Pick<Template, 'id' | 'name' | 'subject' | 'body'>;

/**
 * Writes one template beside its preview.
 * @event saved - The template was stored.
 * @event close - The dialog was closed.
 */
export class TemplateForm extends PrefixedElement {
  static override tag = 'template-form';
  static override uses = [Banner, Button, Dialog, Input, MailBody, MailPreview, Menu, Switch];
  static override styles = [
    widgetStyles,
    css`
      .write {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--_space-5);
        align-items: start;
      }
      .tools {
        flex-wrap: wrap;
        justify-content: space-between;
      }
      @media (max-width: 760px) {
        .write {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  /** The template to change; its id is empty for a new one. */
  @property({ attribute: false }) template!: Draft;
  @state() private draft!: Draft;
  @state() private problem = '';
  @state() private busy = false;
  @state() private source = false;
  @query('form') private form!: HTMLFormElement;
  @query('.text') private body!: MailBody;
  @query('.subject') private subject!: Input;
  #target: 'subject' | 'body' = 'body';

  readonly #fields = new Query(this, {
    key: () => ['templates', 'fields'],
    ask: (session) => session.client.templates.fields(),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('template')) this.draft = this.template;
  }

  #edit(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
  }

  readonly #save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { draft, session } = this;
    const fine = reportForm(this.form);
    if (!this.body.check() || !fine || this.busy) return;
    [this.busy, this.problem] = [true, ''];
    const values = { name: draft.name.trim(), subject: draft.subject.trim(), body: toHtml(draft.body) };
    try {
      await (draft.id
        ? session.client.templates.update({ ...values, id: draft.id })
        : session.client.templates.create(values));
      session.cache.invalidate(['templates', 'list']);
      this.tell('saved');
    } catch (error) {
      this.problem = textOf(toFailure(error));
    } finally {
      this.busy = false;
    }
  };

  override render(): unknown {
    const { draft, session } = this;
    const locked = !session.can('template.write');
    return html`<x-dialog
      wide
      open
      heading=${draft.id ? msg('Edit template') : msg('New template')}
      @close=${() => this.tell('close')}
    >
      ${this.problem ? html`<x-banner tone="danger">${this.problem}</x-banner>` : ''}
      <div class="write">
        <form class="stack" novalidate @submit=${this.#save}>
          <x-input
            label=${msg('Name')}
            required
            maxlength="120"
            .value=${draft.name}
            ?disabled=${locked}
            @input=${(event: Event) => this.#edit({ name: (event.target as Input).value })}
          ></x-input>
          <x-input
            class="subject"
            label=${msg('Subject')}
            required
            maxlength="500"
            .value=${draft.subject}
            ?disabled=${locked}
            @focusin=${() => (this.#target = 'subject')}
            @input=${(event: Event) => this.#edit({ subject: (event.target as Input).value })}
          ></x-input>
          ${
            locked
              ? ''
              : html`<div class="row tools">
                  <x-switch
                    label=${msg('Edit the source')}
                    .checked=${this.source}
                    @change=${(event: Event) => (this.source = (event.target as Switch).checked)}
                  ></x-switch>
                  ${mergeFieldMenu(this.#fields.value?.fields ?? [], (text) =>
                    (this.#target === 'subject' ? this.subject : this.body).insert(text),
                  )}
                </div>`
          }
          <x-mail-body
            class="text"
            required
            .value=${toHtml(draft.body)}
            ?source=${this.source}
            ?disabled=${locked}
            @focusin=${() => (this.#target = 'body')}
            @edit=${(event: CustomEvent<string>) => this.#edit({ body: event.detail })}
          ></x-mail-body>
        </form>
        <x-mail-preview .session=${session} subject=${draft.subject} body=${toHtml(draft.body)}></x-mail-preview>
      </div>
      ${locked ? '' : html`<x-button slot="footer" variant="primary" ?busy=${this.busy} @click=${() => void this.#save()}>${msg('Save template')}</x-button>`}
    </x-dialog>`;
  }
}
