import { msg, str } from '@lit/localize';
import type { Snapshot } from '@tabard/contract/identity/snapshot';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Drawer } from '../../kit/drawer.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { SnapshotPlaces } from './snapshot-places.ts';
import { partName, versionName } from './snapshot-words.ts';

/**
 * One snapshot: the workspaces that it can be rolled out to, and what is in it.
 *
 * @event close - It was closed.
 */
export class SnapshotDrawer extends PrefixedElement {
  static override tag = 'snapshot-drawer';
  static override uses = [Banner, Button, Drawer, Skeleton, SnapshotPlaces, Tabs];
  static override styles = [
    widgetStyles,
    css`
      .tabs {
        margin-block: var(--_space-4);
      }
      p {
        margin: 0;
      }
      h3 {
        margin-block: var(--_space-4) var(--_space-1);
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: 6px;
        border-block-end: 1px solid var(--_border);
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  /** Whether people are offered an act here. */
  @property({ attribute: false }) offers: (act: string) => boolean = () => true;
  @state() private shown: 'places' | 'contents' = 'places';

  readonly #detail = new Query(this, {
    key: () => (this.shown === 'contents' ? ['snapshots', 'detail', this.snapshot.id] : null),
    ask: (session) => session.client.snapshots.get({ id: this.snapshot.id }),
  });

  override render(): unknown {
    const { snapshot, session, shown } = this;
    const { format } = session;
    return html`<x-drawer heading=${versionName(snapshot)} open @close=${() => this.tell('close')}>
      <p class="caption">${msg(str`Taken from ${snapshot.workspaceName}, ${format.dateTime(snapshot.createdAt)}`)}</p>
      <x-tabs
        class="tabs"
        label=${msg('View')}
        .tabs=${[
          { id: 'places', label: msg('Workspaces') },
          { id: 'contents', label: msg('Contents') },
        ]}
        selected=${shown}
        @choose=${(event: CustomEvent<typeof shown>) => (this.shown = event.detail)}
      ></x-tabs>
      ${
        shown === 'places'
          ? html`<x-snapshot-places
              .session=${session}
              .snapshot=${snapshot}
              .offers=${this.offers}
            ></x-snapshot-places>`
          : this.#contents()
      }
    </x-drawer>`;
  }

  #contents(): unknown {
    const { value, failure } = this.#detail;
    if (failure && !value)
      return html`<x-banner tone="danger"
        >${textOf(failure)}
        <x-button slot="actions" size="small" @click=${() => void this.#detail.reload()}
          >${msg('Try again')}</x-button
        ></x-banner
      >`;
    if (!value) return html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
    const held = value.contents.filter(({ names }) => names.length > 0);
    if (held.length === 0) return html`<p class="muted">${msg('There is nothing in it.')}</p>`;
    return held.map(
      ({ part, names }) =>
        html`<h3>${partName(part)}</h3>
          <ul aria-label=${partName(part)}>
            ${names.map((name) => html`<li dir="auto">${part === 'settings' ? msg('Look and defaults') : name}</li>`)}
          </ul>`,
    );
  }
}
