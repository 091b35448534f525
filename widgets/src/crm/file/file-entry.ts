import { msg, str } from '@lit/localize';
import type { WorkspaceFile } from '@tabard/contract/crm/file';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Button } from '../../kit/button.ts';
import { Input } from '../../kit/input.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { FilePicture } from './file-picture.ts';
import { sizeText } from './file-words.ts';

/** A file that waits for longer is told so. */
const lateMs = 300_000;

/** What can be done with a file. */
export type FileAct = 'open' | 'download' | 'versions' | 'links' | 'new-version' | 'delete' | 'restore';

/**
 * A file in a list or a grid: its picture, name, size and who added it, and what can be done with it. Its name is changed in its place.
 *
 * Keys: Enter keeps a new name, Escape gives it up.
 *
 * @event act - `detail` is what is to be done.
 * @event rename - `detail` is the new name.
 */
export class FileEntry extends PrefixedElement {
  static override tag = 'file-entry';
  static override uses = [Button, FilePicture, Input, Menu];
  static override styles = [
    kitStyles,
    badgeMarkStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--_space-3);
        padding-block: var(--_space-2);
        min-block-size: 56px;
        box-sizing: border-box;
      }
      :host([grid]) {
        grid-template-columns: minmax(0, 1fr) auto;
        align-content: start;
        gap: var(--_space-2);
        padding: 0 0 var(--_space-2);
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
        overflow: hidden;
      }
      :host([grid]) .picture {
        grid-column: 1 / -1;
      }
      .what {
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-inline-size: 0;
      }
      :host([grid]) .what {
        padding-inline-start: var(--_space-3);
      }
      :host([grid]) .acts {
        padding-inline-end: 2px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--_space-2);
        min-inline-size: 0;
      }
      .name {
        min-inline-size: 0;
        max-inline-size: 100%;
        min-block-size: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--_text);
        font: inherit;
        font-weight: var(--_font-weight-medium);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        .name {
          min-block-size: var(--_control-height-touch);
          min-inline-size: var(--_control-height-touch);
        }
      }
      .name:hover {
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .name:focus-visible {
        outline: var(--_focus-width, 2px) solid var(--_focus);
        outline-offset: 2px;
        border-radius: 2px;
      }
      :host([grid]) .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .caption {
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      form .name-field {
        flex: 1 1 180px;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) file!: WorkspaceFile;
  @property({ type: Boolean, reflect: true }) grid = false;
  /** Says with what it is kept. */
  @property({ type: Boolean }) placed = false;
  /** The name that is being written; null while none is. */
  @state() private name: string | null = null;
  @query('.acts') private menu!: HTMLElement | null;

  #act(what: string): void {
    if (what === 'rename') this.name = this.file.name;
    else this.tell('act', what);
  }

  readonly #keep = (event?: Event): void => {
    event?.preventDefault();
    const name = this.name?.trim();
    if (name && name !== this.file.name) this.tell('rename', name);
    this.#close();
  };

  #close(): void {
    this.name = null;
    void this.updateComplete.then(() => this.menu?.focus());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#keep(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  override render(): unknown {
    const { file, session } = this;
    const { format } = session;
    const by = file.authorName ?? msg('Somebody who left');
    return html`<x-file-picture class="picture" .session=${session} .file=${file} ?large=${this.grid}></x-file-picture>
      <div class="what">
        ${
          this.name === null
            ? html`<div class="head">
                <button type="button" class="name" dir="auto" @click=${() => this.#act('open')}>${file.name}</button>
                ${this.#badges()}
              </div>`
            : this.#form(this.name)
        }
        <span class="caption"
          >${sizeText(format, file.size)} ·
          <time datetime=${file.createdAt} title=${format.dateTime(file.createdAt)}
            >${format.relative(file.createdAt)}</time
          >
          · ${by}${this.placed && file.recordName ? html` · ${file.recordName}` : ''}</span
        >
      </div>
      ${this.#menu()}`;
  }

  #form(name: string): unknown {
    return html`<form novalidate @submit=${this.#keep} @keydown=${this.#onKey}>
      <x-input
        class="name-field"
        autofocus
        hide-label
        label=${msg('File name')}
        maxlength="255"
        .value=${name}
        @input=${(event: Event) => (this.name = (event.target as Input).value)}
      ></x-input>
      <x-button size="small" @click=${() => this.#close()}>${msg('Cancel')}</x-button>
      <x-button size="small" variant="primary" @click=${() => this.#keep()}>${msg('Rename')}</x-button>
    </form>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name') && this.name !== null && changed.get('name') === null)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[autofocus]')?.focus());
  }

  /** Whether the scanner takes so long that it is likely away. */
  get #late(): boolean {
    return Date.now() - new Date(this.file.updatedAt).getTime() > lateMs;
  }

  #badges(): unknown {
    const { version, versions, scan } = this.file;
    return html`${versions > 1 ? badgeMark(msg(str`Version ${version}`), 'neutral') : ''}
    ${scan === 'infected' ? badgeMark(msg('Harmful'), 'danger') : ''}
    ${scan === 'waiting' ? badgeMark(this.#late ? msg('Check delayed') : msg('Being checked'), 'warning') : ''}`;
  }

  #menu(): unknown {
    const { file, session } = this;
    const [writes, deletes] = [session.can('file.write'), session.can('file.delete')];
    const shut = file.scan === 'waiting' || file.scan === 'infected';
    const live: MenuItem[] = [
      { id: 'open', label: msg('Open'), icon: 'eye' },
      { id: 'download', label: msg('Download'), icon: 'download', disabled: shut },
      ...(writes
        ? ([
            { id: 'rename', label: msg('Rename'), icon: 'edit' },
            { id: 'new-version', label: msg('Upload a new version'), icon: 'upload' },
          ] as const)
        : []),
      { id: 'versions', label: msg('Versions'), icon: 'clock' },
      ...(writes ? ([{ id: 'links', label: msg('Links for others'), icon: 'link' }] as const) : []),
      ...(deletes
        ? ([{ id: 'delete', label: msg('Delete'), icon: 'trash', danger: true, divided: true }] as const)
        : []),
    ];
    const gone: MenuItem[] = deletes ? [{ id: 'restore', label: msg('Restore'), icon: 'undo' }] : [];
    const items = file.archivedAt ? gone : live;
    if (items.length === 0) return '';
    return html`<x-menu
      class="acts"
      icon="more"
      size="small"
      label=${msg(str`What to do with ${file.name}`)}
      .items=${items}
      @choose=${(event: CustomEvent<string>) => this.#act(event.detail)}
    ></x-menu>`;
  }
}
