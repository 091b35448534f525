import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import { css } from 'lit';
import { query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Menu } from '../../kit/menu.ts';
import { MergeInput } from '../../kit/merge-input.ts';
import { Tabs } from '../../kit/tabs.ts';
import { toHtml } from '../campaign-editor/campaign-draft.ts';
import { MailBody } from '../mail-body.ts';
import { MailPreview } from '../mail-preview.ts';
import { mergeFieldMenu, subjectField } from '../merge-field-menu.ts';

type Values = Pick<Template, 'name' | 'subject' | 'body'>;

/**
 * Writes one template beside its preview.
 */
export class TemplateForm extends RecordForm<Template, Values> {
  static override tag = 'template-form';
  static override uses = [...formParts, MailBody, MailPreview, Menu, MergeInput, Tabs];
  static override styles = [
    RecordForm.styles,
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
  protected override readonly permission = 'template.write';
  protected override readonly area = 'templates';
  protected override readonly wide = true;
  @state() private source = false;
  @query('.text') private body!: MailBody;
  @query('[name="subject"]') private subject!: MergeInput;
  #target: 'subject' | 'body' = 'body';

  readonly #fields = new Query(this, {
    key: () => ['templates', 'fields'],
    ask: (session) => session.client.templates.fields(),
  });

  protected override heading(): string {
    return this.record ? msg('Edit template') : msg('New template');
  }

  protected override saveLabel(): string {
    return msg('Save template');
  }

  protected override checks(): boolean {
    const fine = super.checks();
    return this.body.check() && fine;
  }

  protected override store(): Promise<Template> {
    const { templates } = this.session.client;
    const values = {
      name: (this.held('name') ?? '').trim(),
      subject: (this.held('subject') ?? '').trim(),
      body: toHtml(this.held('body') ?? ''),
    };
    return this.record ? templates.update({ ...values, id: this.record.id }) : templates.create(values);
  }

  protected override content(): unknown {
    const { session } = this;
    const body = toHtml(this.held('body') ?? '');
    const aim = (target: 'subject' | 'body') => (): void => void (this.#target = target);
    return html`<div class="write">
      <form novalidate @submit=${this.save}>
        ${this.text('name', { label: msg('Name'), required: true, max: 120 })}
        <div @focusin=${aim('subject')}>
          ${subjectField({
            value: this.held('subject') ?? '',
            fields: this.#fields.value?.fields ?? null,
            error: this.problemOf('subject'),
            disabled: !this.writes,
            required: true,
            edit: (subject) => this.change({ subject }),
          })}
        </div>
        ${this.writes ? this.#tools() : ''}
        <x-mail-body
          class="text"
          .fields=${this.#fields.value?.fields ?? null}
          required
          .value=${body}
          ?source=${this.source}
          ?disabled=${!this.writes}
          @focusin=${aim('body')}
          @edit=${(event: CustomEvent<string>) => this.change({ body: event.detail })}
        ></x-mail-body>
        ${this.problemOf('body') ? html`<x-banner tone="danger">${this.problemOf('body')}</x-banner>` : ''}
      </form>
      <x-mail-preview .session=${session} subject=${this.held('subject') ?? ''} body=${body}></x-mail-preview>
    </div>`;
  }

  #tools(): unknown {
    return html`<div class="row tools">
      <x-tabs
        label=${msg('View')}
        .tabs=${[
          { id: 'write', label: msg('Write') },
          { id: 'source', label: msg('Source') },
        ]}
        selected=${this.source ? 'source' : 'write'}
        @choose=${(event: CustomEvent<string>) => (this.source = event.detail === 'source')}
      ></x-tabs>
      ${mergeFieldMenu(this.#fields.value?.fields ?? [], (text) =>
        (this.#target === 'subject' ? this.subject : this.body).insert(text),
      )}
    </div>`;
  }
}
