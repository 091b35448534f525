import { msg, str } from '@lit/localize';
import type { Snapshot, SnapshotDifference, SnapshotPlace } from '@tabard/contract/identity/snapshot';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { placeLine, snapshotPlacesStyles } from './place-line.ts';

/** Milliseconds between two looks while something is under way. */
const LOOK_MS = 1500;
/** So many are looked at for drift in one call. */
const AT_ONCE = 20;
/** So many are made in one call. */
const MOST_CHOSEN = 200;

/** The workspaces of an organization: choose some, roll a snapshot out to them, see how it went, what drifted, and take it back. */
export class SnapshotPlaces extends PrefixedElement {
  static override tag = 'snapshot-places';
  static override uses = [Banner, Button, Checkbox, Dialog, EmptyState, SearchField, Skeleton];
  static override styles = snapshotPlacesStyles;
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  /** Whether people are offered an act here. */
  @property({ attribute: false }) offers: (act: string) => boolean = () => true;
  @state() private search = '';
  @state() private chosen: ReadonlySet<string> = new Set();
  /** What is asked before it is rolled out; null while nobody asks. */
  @state() private asking: { prune: boolean } | null = null;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** What is not as the snapshot has it, by workspace, where somebody looked. */
  @state() private drift: ReadonlyMap<string, readonly SnapshotDifference[]> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #sure = new Confirmation(this);

  readonly #places = new ListQuery<SnapshotPlace>(this, {
    key: () => ['snapshots', 'places', this.snapshot.organizationId, this.search],
    ask: ({ client }, page) =>
      client.snapshots.places({
        ...page,
        organizationId: this.snapshot.organizationId,
        ...(this.search && { search: this.search }),
      }),
    limit: 50,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** While something is under way it is looked at again and again. */
  protected override updated(): void {
    clearTimeout(this.#timer);
    const isOpen = this.#places.items.some(({ last }) => last?.state === 'waiting' || last?.state === 'returning');
    if (isOpen && this.isConnected) this.#timer = setTimeout(() => void this.#places.reload(), LOOK_MS);
  }

  override render(): unknown {
    const { failure } = this;
    return html`<div class="all">
        <x-search
          label=${msg('Find a workspace')}
          placeholder=${msg('Name')}
          .value=${this.search}
          @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
        ></x-search>
        ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''} ${this.#list()}
      </div>
      ${this.#question()} ${this.#sure.view()}`;
  }

  #list(): unknown {
    const list = this.#places;
    return listStates(
      list,
      (items) =>
        html`${this.#bar(items)}
          <ul aria-label=${msg('Workspaces')}>
            ${items.map((place) =>
              placeLine(place, {
                session: this.session,
                chosen: this.chosen.has(place.id),
                drift: this.drift.get(place.id) ?? null,
                choose: this.offers('roll-out') ? (on) => this.#choose([place.id], on) : null,
                takeBack: this.offers('roll-back') ? (id) => void this.#takeBack(id, place.name) : null,
              }),
            )}
          </ul>`,
      () =>
        html`<x-empty
          heading=${this.search ? msg(str`Nothing is called “${this.search}”`) : msg('There is no workspace yet')}
        ></x-empty>`,
    );
  }

  #bar(items: readonly SnapshotPlace[]): unknown {
    const count = this.chosen.size;
    const ids = items.map(({ id }) => id);
    const all = ids.every((id) => this.chosen.has(id));
    const { format } = this.session;
    return html`<div class="acts">
      ${
        this.offers('roll-out')
          ? html`<x-checkbox
                label=${msg('Choose all that are shown')}
                .checked=${all}
                .mixed=${!all && count > 0}
                @change=${(event: Event) => this.#choose(ids, (event.target as Checkbox).checked)}
              ></x-checkbox>
              <x-button
                class="push"
                size="small"
                variant="primary"
                ?disabled=${count === 0 || count > MOST_CHOSEN}
                @click=${() => (this.asking = { prune: false })}
                >${count === 0 ? msg('Roll out') : msg(str`Roll out to ${format.number(count)}`)}</x-button
              >`
          : ''
      }
      <x-button size="small" ?busy=${this.busy} @click=${() => void this.#look(count > 0 ? [...this.chosen] : ids)}
        >${msg('Check for drift')}</x-button
      >
    </div>`;
  }

  #choose(ids: readonly string[], on: boolean): void {
    const chosen = new Set(this.chosen);
    for (const id of ids)
      if (on) chosen.add(id);
      else chosen.delete(id);
    this.chosen = chosen;
  }

  #question(): unknown {
    const { asking, session, chosen } = this;
    return html`<x-dialog heading=${msg('Roll out?')} .open=${asking !== null} @close=${() => (this.asking = null)}>
      <div class="question">
        <p>
          ${msg(str`Workspaces that become as the snapshot says: ${session.format.number(chosen.size)}. What was launched there goes on as it is, and what you roll out can be taken back.`)}
        </p>
        <x-checkbox
          label=${msg('Archive what the snapshot does not have')}
          hint=${msg('Templates, drafts, fields and segments of their own go into the archive.')}
          .checked=${asking?.prune ?? false}
          @change=${(event: Event) => (this.asking = { prune: (event.target as Checkbox).checked })}
        ></x-checkbox>
      </div>
      <x-button slot="footer" @click=${() => (this.asking = null)}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" ?busy=${this.busy} @click=${() => void this.#rollOut()}
        >${msg('Roll out')}</x-button
      >
    </x-dialog>`;
  }

  async #rollOut(): Promise<void> {
    const { asking, snapshot, chosen } = this;
    if (!asking || this.busy) return;
    await this.#attempt(async ({ client }) => {
      await client.snapshots.rollOut({ id: snapshot.id, workspaceIds: [...chosen], prune: asking.prune });
      [this.chosen, this.drift] = [new Set(), new Map()];
      await this.#places.reload();
    });
    this.asking = null;
  }

  async #takeBack(id: string, name: string): Promise<void> {
    const heading = msg(str`Take back what was rolled out to ${name}?`);
    const text = msg('What it made and changed there becomes what it was before. What people changed since stays.');
    if (!(await this.#sure.ask({ heading, text, act: msg('Take back') }))) return;
    await this.#attempt(async ({ client }) => {
      await client.snapshots.rollBack({ id });
      this.drift = new Map();
      await this.#places.reload();
    });
  }

  #look(ids: readonly string[]): Promise<void> {
    return this.#attempt(async ({ client }) => {
      const found = new Map(this.drift);
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const { items } = await client.snapshots.drift({
          id: this.snapshot.id,
          workspaceIds: ids.slice(at, at + AT_ONCE),
        });
        for (const { workspaceId, differences } of items) found.set(workspaceId, differences);
        this.drift = new Map(found);
      }
    });
  }

  async #attempt(work: (session: Session) => Promise<void>): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      await work(this.session);
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.busy = false;
  }
}
