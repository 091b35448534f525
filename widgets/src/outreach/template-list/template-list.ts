import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea, type RecordLook } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';
import { wordsOfHtml } from '../../kit/words-of-html.ts';
import { mergeText, type KnownFields } from '../merge-text.ts';

/**
 * Texts to start from: list, write with merge fields, and see them as a real lead will.
 *
 * @summary The list of templates.
 */
export class TemplateList extends RecordList<Template> {
  static override tag = 'template-list';
  static override widgetName = 'template-list' as const;
  static override permission = 'template.read' as const;
  protected override readonly area = 'templates';
  protected override readonly writePermission = 'template.write';

  readonly #fields = new Query(this, {
    key: () => ['templates', 'fields'],
    ask: (session) => session.client.templates.fields(),
  });
  protected override readonly look: RecordLook<Template> = {
    room: 960,
    load: async () => (await import('./template-look.ts')).TemplateLook,
    view: (_session, row) => html`<x-template-look .template=${row} .fields=${this.#known}></x-template-look>`,
  };

  get #known(): KnownFields {
    return this.#fields.value?.fields ?? null;
  }

  protected override procedures({ client }: Session): RecordArea<Template> {
    return client.templates;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Templates'),
      search: msg('Search templates'),
      add: msg('New template'),
      none: msg('No templates yet'),
      purpose: msg('A template is a text you can start a step from.'),
      noMatch: msg('No template matches'),
      saved: msg('Template saved'),
    };
  }

  protected override allColumns(): Column<Template>[] {
    const known = this.#known;
    return [
      {
        id: 'name',
        label: msg('Template'),
        width: 'minmax(240px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption">${mergeText(wordsOfHtml(row.body).replaceAll('\n', ' '), known)}</span></span
          >`,
      },
      {
        id: 'subject',
        label: msg('Subject'),
        width: 'minmax(264px, 3fr)',
        cell: (row) => html`<span class="muted cut">${mergeText(row.subject, known)}</span>`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  protected override card(row: Template): TemplateResult {
    return html`<span class="two"
      ><span class="strong">${row.name}</span><span class="caption">${mergeText(row.subject, this.#known)}</span></span
    >`;
  }

  protected override async loadForm() {
    return (await import('./template-form.ts')).TemplateForm;
  }

  protected override formView(
    session: Session,
    record: Template | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-template-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-template-form>`;
  }
}
