import { msg, str } from '@lit/localize';
import type { Snapshot } from '@tabard/contract/identity/snapshot';
import { type CSSResultGroup } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { Combobox } from '../../kit/combobox.ts';
import { FileDrop } from '../../kit/file-drop.ts';
import type { Option } from '../../kit/select.ts';
import { ConfirmedTasks, type TaskShape } from '../confirmed-tasks.ts';
import { versionName } from './snapshot-words.ts';

/** What a person is about to do. */
export type SnapshotTask = { kind: 'take' | 'add' } | { kind: 'remove'; snapshot: Snapshot };

/** A file larger than this is none of ours. */
const MOST_BYTES = 5_000_000;

/**
 * The dialogs of the list of snapshots, one at a time.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class SnapshotTasks extends ConfirmedTasks {
  static override tag = 'snapshot-tasks';
  static override uses: readonly PrefixedElementClass[] = [...ConfirmedTasks.uses, Combobox, FileDrop];
  static override styles: CSSResultGroup = ConfirmedTasks.styles;
  @property({ attribute: false }) task!: SnapshotTask;
  @property({ attribute: 'organization-id' }) organizationId = '';
  /** Names that are there: under one of them it is the next version. */
  @property({ attribute: false }) names: readonly string[] = [];
  @state() private workspaceId = '';
  @state() private name = '';
  @state() private file: { name: string; document: unknown } | null = null;
  protected override saidBeside: readonly string[] = ['name'];

  readonly #find = async (typed: string): Promise<Option[]> => {
    const search = typed.trim();
    const { organizationId } = this;
    const { items } = await this.session.client.snapshots.places({
      organizationId,
      limit: 50,
      ...(search && { search }),
    });
    return items.map(({ id, name, organizationName }) => ({
      value: id,
      label: name,
      hint: organizationName,
    }));
  };

  protected async act(): Promise<void> {
    const { task, organizationId } = this;
    const { snapshots } = this.session.client;
    const name = this.name.trim();
    if (task.kind === 'remove') {
      await snapshots.remove({ id: task.snapshot.id });
      return this.tell('done', msg(str`${versionName(task.snapshot)} was deleted.`));
    }
    if (task.kind === 'take') {
      const taken = await snapshots.take({ organizationId, workspaceId: this.workspaceId, name });
      return this.tell('done', msg(str`${versionName(taken)} was taken.`));
    }
    if (!this.file) {
      this.failure = msg('Choose a file first.');
      return;
    }
    // The platform reads what it is; nothing is known of it here.
    const document = this.file.document as Parameters<typeof snapshots.add>[0]['document'];
    this.tell('done', msg(str`${versionName(await snapshots.add({ organizationId, name, document }))} was added.`));
  }

  protected shape(): TaskShape {
    const { task } = this;
    switch (task.kind) {
      case 'take':
        return {
          heading: msg('Take a snapshot'),
          content: html`<p class="muted">
              ${msg('Templates, campaigns as drafts, custom fields, segments, pipelines and settings. No leads, no mail, no passwords.')}
            </p>
            <x-combobox
              label=${msg('Workspace')}
              required
              autofocus
              .load=${this.#find}
              .value=${this.workspaceId}
              @change=${(event: Event) => (this.workspaceId = (event.target as Combobox).value)}
            ></x-combobox>
            ${this.#nameField()}`,
          act: msg('Take it'),
        };
      case 'add':
        return {
          heading: msg('Add a snapshot from a file'),
          content: html`<x-file-drop
              label=${this.file ? this.file.name : msg('Drop a snapshot here, or choose one')}
              hint=${msg('A file that was downloaded from a list of snapshots.')}
              accept=".json,application/json"
              @file=${(event: CustomEvent<File>) => void this.#read(event.detail)}
            ></x-file-drop>
            ${this.#nameField()}`,
          act: msg('Add it'),
        };
      case 'remove':
        return {
          heading: msg(str`Delete ${versionName(task.snapshot)}?`),
          content: html`<p>
            ${msg('What was rolled out stays in the workspaces. The snapshot itself cannot be brought back.')}
          </p>`,
          act: msg('Delete'),
          danger: true,
        };
    }
  }

  #nameField(): unknown {
    return html`<x-combobox
      free
      label=${msg('Name')}
      hint=${msg('Under a name that is there already it becomes the next version.')}
      required
      maxlength="80"
      .options=${this.names.map((name) => ({ value: name, label: name }))}
      .error=${this.errorOf('name')}
      .value=${this.name}
      @input=${(event: Event) => (this.name = (event.target as Combobox).value)}
      @change=${(event: Event) => (this.name = (event.target as Combobox).value)}
    ></x-combobox>`;
  }

  async #read(file: File): Promise<void> {
    [this.failure, this.file] = ['', null];
    try {
      if (file.size > MOST_BYTES) throw new Error('too large');
      this.file = { name: file.name, document: JSON.parse(await file.text()) };
      this.name ||= file.name.replace(/(?:-\d+)?\.json$/i, '').slice(0, 80);
    } catch {
      this.failure = msg('This file is no snapshot that can be used here. Download one anew and add that.');
    }
  }
}
