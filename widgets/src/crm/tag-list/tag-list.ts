import { msg, str } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import { css, type TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { toneOf } from '../color-tones.ts';
import { leadWords } from '../lead-count-words.ts';
import { changeWords } from './tag-words.ts';

type Act = 'edit' | 'leads' | 'merge' | 'archive' | 'restore' | 'remove';

/**
 * The words that leads are sorted by: their colours and categories, how many leads carry each; rename one, merge two, take one off
 * all leads, and see how far that is.
 *
 * @summary The list of tags.
 */
export class TagList extends RecordList<Tag> {
  static override tag = 'tag-list';
  static override widgetName = 'tag-list' as const;
  static override permission = 'tag.read' as const;
  static override uses = [...RecordList.uses, Dialog, Menu];
  static override styles = [
    RecordList.styles,
    css`
      .badge {
        font-size: var(--_font-size-s);
        block-size: 24px;
        padding-inline: 10px;
      }
    `,
  ];
  protected override readonly area = 'tags';
  protected override readonly writePermission = 'tag.write';
  /** The tag that is to go into another one. */
  @state() private merging: Tag | null = null;
  readonly #confirmation = new Confirmation(this);

  protected override procedures({ client }: Session): RecordArea<Tag> {
    return client.tags;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Tags'),
      search: msg('Search tags'),
      add: msg('New tag'),
      none: msg('No tags yet'),
      purpose: msg('Tags are words that leads are sorted by. They are made here, or by giving one to a lead.'),
      noMatch: msg('No tag matches'),
      saved: msg('Tag saved'),
    };
  }

  protected override allColumns(): Column<Tag>[] {
    return [
      { id: 'name', label: msg('Tag'), width: 'minmax(200px, 2fr)', cell: (row) => this.#mark(row) },
      {
        id: 'category',
        label: msg('Category'),
        width: 'minmax(120px, 1fr)',
        gives: 1,
        cell: (row) => html`<span class="muted cut">${row.category ?? ''}</span>`,
      },
      {
        id: 'leads',
        label: msg('Leads'),
        width: '110px',
        align: 'end',
        cell: (row) => html`<span class="num">${this.format.number(row.leadCount)}</span>`,
      },
      {
        id: 'change',
        label: msg('State'),
        width: 'minmax(120px, 190px)',
        cell: (row) => html`<span class="caption num" role="status">${changeWords(row, this.format)}</span>`,
      },
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (row) => this.#menu(row),
      },
    ];
  }

  protected override card(row: Tag): TemplateResult {
    const words =
      changeWords(row, this.format) ||
      [row.category, leadWords(row.leadCount, this.format)].filter(Boolean).join(' · ');
    return html`<span class="row"
      ><span class="two"><span>${this.#mark(row)}</span><span class="caption num">${words}</span></span
      >${this.#menu(row)}</span
    >`;
  }

  #mark({ name, color }: Tag): TemplateResult {
    return badgeMark(html`<span class="cut" dir="auto">${name}</span>`, toneOf(color), color !== null);
  }

  #menu(row: Tag): unknown {
    const items = this.#acts(row).filter(({ id }) => this.offers(id));
    if (items.length === 0) return '';
    return html`<x-menu
      icon="more"
      size="small"
      label=${`${msg('Actions for')} ${row.name}`}
      .items=${items}
      @choose=${(event: CustomEvent<Act>) => void this.#act(event.detail, row)}
    ></x-menu>`;
  }

  #acts({ archivedAt, leadCount, change }: Tag): MenuItem[] {
    const shows: MenuItem[] = leadCount > 0 ? [{ id: 'leads', label: msg('Show its leads'), icon: 'link' }] : [];
    if (!this.session?.can(this.writePermission)) return shows;
    const busy = change ? { disabled: true, reason: msg('It is being changed right now.') } : {};
    return [
      { id: 'edit', label: msg('Edit'), icon: 'edit' },
      ...shows,
      { id: 'merge', label: msg('Merge into another tag'), icon: 'copy', ...busy },
      archivedAt
        ? { id: 'restore', label: msg('Restore'), icon: 'archive' }
        : { id: 'archive', label: msg('Archive'), icon: 'archive' },
      { id: 'remove', label: msg('Remove from all leads'), icon: 'trash', danger: true, divided: true, ...busy },
    ];
  }

  async #act(act: Act, row: Tag): Promise<void> {
    const { session } = this;
    if (!session) return;
    if (act === 'edit') return this.visit(row);
    if (act === 'leads')
      return void this.navigate(`/leads?filter=${encodeURIComponent(JSON.stringify({ tag: row.name }))}`);
    if (act === 'archive' || act === 'restore') return this.move(session, [row.id], act === 'archive');
    if (act === 'remove') return this.#remove(session, row);
    const { TagMerge } = await import('./tag-merge.ts');
    defineElement(this.tagPrefix, TagMerge);
    this.merging = row;
  }

  async #remove(session: Session, { id, name, leadCount }: Tag): Promise<void> {
    const leads = leadWords(leadCount, this.format);
    const sure = await this.#confirmation.ask({
      heading: msg(str`Remove “${name}”?`),
      text: leadCount > 0 ? msg(str`It is taken off ${leads} and cannot be brought back.`) : msg('No lead carries it.'),
      act: msg('Remove tag'),
    });
    if (!sure) return;
    await this.attempt(() => session.client.tags.remove({ id }));
    session.cache.invalidate(['tags']);
    session.cache.invalidate(['leads']);
  }

  protected override view(session: Session): TemplateResult {
    return html`${super.view(session)} ${this.#confirmation.view()}
    ${
      this.merging
        ? html`<x-tag-merge
            .session=${session}
            .tag=${this.merging}
            @close=${() => (this.merging = null)}
            @merged=${() => void this.toast(msg('Its leads get the other tag.'))}
          ></x-tag-merge>`
        : ''
    }`;
  }

  protected override async loadForm() {
    return (await import('./tag-form.ts')).TagForm;
  }

  protected override formView(session: Session, record: Tag | null, { close, saved }: FormEnds): TemplateResult {
    return html`<x-tag-form .session=${session} .record=${record} open @close=${close} @saved=${saved}></x-tag-form>`;
  }
}
