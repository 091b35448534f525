import { msg } from '@lit/localize';
import type { Note } from '@tabard/contract/crm/note';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { holdUnsaved } from '../../core/drafts.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { SearchField } from '../../kit/search-field.ts';
import type { Option } from '../../kit/select.ts';
import { SubjectPanel } from '../record/subject-panel.ts';
import { MentionArea } from './mention-area.ts';
import { noteText } from './note-text.ts';
import { noteStyles } from './note.styles.ts';

/**
 * The notes of a lead, a company or a deal: write one, name members in it, pin, edit, delete with the way back, search.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export class RecordNotes extends SubjectPanel {
  static override tag = 'record-notes';
  static override uses = [...SubjectPanel.uses, MentionArea, Menu, SearchField];
  static override styles = [SubjectPanel.styles, avatarMarkStyles, badgeMarkStyles, noteStyles];
  protected override readonly area = 'notes';
  @state() private draft = '';
  @state() private search = '';
  @state() private busy = false;
  /** The note that is being written anew, and what it says by now. */
  @state() private edited: { id: string; text: string } | null = null;

  readonly #list = new ListQuery<Note>(this, {
    key: () => (this.subject ? ['notes', 'of', this.subject.id, this.search] : null),
    ask: ({ client }, page) =>
      client.notes.list({ ...page, subject: this.subject, filter: { ...this.#filter, isPinned: false } }),
    limit: 25,
  });
  readonly #pinned = new ListQuery<Note>(this, {
    key: () => (this.subject ? ['notes', 'pinned', this.subject.id, this.search] : null),
    ask: ({ client }, page) =>
      client.notes.list({ ...page, subject: this.subject, filter: { ...this.#filter, isPinned: true } }),
    limit: 25,
  });

  get #filter(): { search?: string } {
    return this.search ? { search: this.search } : {};
  }

  protected override updated(): void {
    const { edited } = this;
    holdUnsaved(this, this.isConnected && (this.draft.trim() !== '' || edited !== null));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  get #writes(): boolean {
    return this.session.can('note.write');
  }

  readonly #people = async (): Promise<readonly Option[]> => {
    const { items, teams } = await this.session.client.notes.people({});
    return [
      ...items.map(({ id, name }) => ({ value: id, label: name })),
      ...teams.map(({ id, name }) => ({ value: id, label: name, hint: msg('Team') })),
    ];
  };

  readonly #add = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const text = this.draft.trim();
    if (text === '' || this.busy) return;
    this.busy = true;
    if (await this.attempt(() => this.session.client.notes.create({ subject: this.subject, text }))) this.draft = '';
    this.busy = false;
  };

  readonly #save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { edited } = this;
    if (!edited?.text.trim() || this.busy) return;
    this.busy = true;
    const given = { id: edited.id, text: edited.text.trim() };
    if (await this.attempt(() => this.session.client.notes.update(given))) this.edited = null;
    this.busy = false;
  };

  #act(note: Note, what: string): void {
    const { notes } = this.session.client;
    if (what === 'edit') this.edited = { id: note.id, text: note.text };
    if (what === 'pin') void this.attempt(() => notes.pin({ id: note.id, isPinned: !note.isPinned }));
    if (what === 'delete')
      void this.withUndo(
        msg('Note deleted'),
        () => notes.archive({ ids: [note.id] }),
        () => notes.restore({ ids: [note.id] }),
      );
  }

  protected override content(): unknown {
    const nothing = this.#pinned.items.length === 0 && this.#list.value?.items.length === 0;
    return html`${this.#writes ? this.#composer() : ''}
    ${
      nothing && !this.search
        ? ''
        : html`<x-search
            label=${msg('Search notes')}
            value=${this.search}
            @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
          ></x-search>`
    }
    ${
      this.#pinned.items.length > 0
        ? html`<ul aria-label=${msg('Pinned notes')}>
            ${this.#pinned.items.map((note) => this.#note(note))}
          </ul>`
        : ''
    }
    ${listStates(
      this.#list,
      (items) =>
        html`<ul aria-label=${msg('Notes')}>
          ${items.map((note) => this.#note(note))}
        </ul>`,
      () => (this.#pinned.items.length > 0 ? '' : this.#none()),
    )}`;
  }

  #none() {
    return this.search
      ? html`<x-empty drawing="search" heading=${msg('No note matches')} text=${msg('Try other words.')}></x-empty>`
      : html`<x-empty
          drawing="mail"
          heading=${msg('No notes yet')}
          text=${msg('Write down what should not get lost. Whoever you name with @ is told by mail.')}
        ></x-empty>`;
  }

  #composer(): unknown {
    return html`<form novalidate @submit=${this.#add} @keydown=${this.#sends(this.#add)}>
      <x-mention-area
        label=${msg('New note')}
        placeholder=${msg('Write a note; @ names somebody')}
        .value=${this.draft}
        .load=${this.#people}
        @input=${(event: Event) => (this.draft = (event.target as MentionArea).value)}
      ></x-mention-area>
      ${
        this.draft.trim()
          ? html`<div class="ends">
              <x-button @click=${() => (this.draft = '')}>${msg('Discard')}</x-button>
              <x-button variant="primary" ?busy=${this.busy} @click=${() => void this.#add()}
                >${msg('Add note')}</x-button
              >
            </div>`
          : ''
      }
    </form>`;
  }

  /** Control or Command and Enter stores what is written. */
  readonly #sends =
    (store: () => Promise<void>) =>
    (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void store();
    };

  #note(note: Note): unknown {
    const { format } = this.session;
    const by = note.authorName ?? msg('Somebody who left');
    return html`<li class="entry ${note.isPinned ? 'pinned' : ''}">
      ${avatarMark(initialsOf(by))}
      <div class="head">
        <span class="strong">${by}</span>
        <time class="caption" datetime=${note.createdAt} title=${format.dateTime(note.createdAt)}
          >${format.relative(note.createdAt)}</time
        >
        ${
          note.editedAt
            ? html`<span class="caption" title=${format.dateTime(note.editedAt)}>${msg('edited')}</span>`
            : ''
        }
        ${note.isPinned ? badgeMark(msg('Pinned'), 'accent') : ''}
      </div>
      ${this.#writes ? this.#menu(note) : ''}
      ${this.edited?.id === note.id ? this.#editor(note, this.edited.text) : html`<div class="said">${noteText(note.text, note.mentions)}</div>`}
    </li>`;
  }

  #menu(note: Note): unknown {
    const items: MenuItem[] = [
      { id: 'pin', label: note.isPinned ? msg('Unpin') : msg('Pin to the top') },
      ...(note.canChange
        ? ([
            { id: 'edit', label: msg('Edit'), icon: 'edit' },
            { id: 'delete', label: msg('Delete'), icon: 'trash', danger: true, divided: true },
          ] as const)
        : []),
    ];
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg('What to do with this note')}
      .items=${items}
      @choose=${(event: CustomEvent<string>) => this.#act(note, event.detail)}
    ></x-menu>`;
  }

  #editor(note: Note, text: string): unknown {
    return html`<form novalidate @submit=${this.#save} @keydown=${this.#sends(this.#save)}>
      <x-mention-area
        label=${msg('Note')}
        hide-label
        .value=${text}
        .known=${note.mentions}
        .load=${this.#people}
        @input=${(event: Event) => (this.edited = { id: note.id, text: (event.target as MentionArea).value })}
      ></x-mention-area>
      <div class="ends">
        <x-button @click=${() => (this.edited = null)}>${msg('Cancel')}</x-button>
        <x-button variant="primary" ?busy=${this.busy} @click=${() => void this.#save()}
          >${msg('Save changes')}</x-button
        >
      </div>
    </form>`;
  }
}
