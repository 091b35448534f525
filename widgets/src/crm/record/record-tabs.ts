import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { css, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import type { RecordPanel } from './note-panels.ts';

/** A tab of the page's own, with how many things it has where that is known. */
export type OwnPanel = RecordPanel & { count?: string };

/** What a panel's element takes. */
type PanelElement = HTMLElement & { session: Session; subject: RecordSubject };

/**
 * The tabs of a record's page: its own, then those that other nouns fill. What is behind one is fetched when it is opened first, and
 * stays as it was left.
 *
 * @event choose-panel - `detail` is the name of the tab that was chosen.
 * @event open-place - Somebody wants to go somewhere; `detail` is the address.
 */
export class RecordTabs extends PrefixedElement {
  static override tag = 'record-tabs';
  static override uses = [Banner, Button, Skeleton, Tabs];
  static override styles = [
    widgetStyles,
    css`
      [role='tabpanel'] {
        margin-block-start: var(--_space-4);
        min-inline-size: 0;
      }
      [role='tabpanel']:focus-visible {
        outline: 2px solid var(--_focus);
        outline-offset: 4px;
        border-radius: var(--_radius-control);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: RecordSubject;
  /** The tabs in their order; those are shown that the record has and that the caller may read. */
  @property({ attribute: false }) panels: readonly OwnPanel[] = [];
  /** Stands among tabs that another element shows. */
  @property({ type: Boolean }) tabless = false;
  /** The tab that is shown; the first one where it is none. */
  @property() selected = '';
  @state() private failure: Failure | null = null;
  /** Whose panels are kept. */
  #of = '';
  readonly #kept = new Map<string, PanelElement>();
  readonly #loading = new Set<string>();

  get #panels(): readonly OwnPanel[] {
    return this.panels.filter(({ of, needs }) => of.includes(this.subject.noun) && this.session.can(needs));
  }
  get #shown(): OwnPanel | undefined {
    const panels = this.#panels;
    return panels.find(({ name }) => name === this.selected) ?? panels[0];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#of !== this.subject.id) {
      this.#of = this.subject.id;
      this.#kept.clear();
    }
    if (changed.has('selected') || changed.has('subject')) this.failure = null;
    for (const element of this.#kept.values()) element.session = this.session;
    const shown = this.#shown;
    if (shown && !this.#kept.has(shown.name) && !this.failure) void this.#load(shown);
  }

  async #load(panel: OwnPanel): Promise<void> {
    if (this.#loading.has(panel.name)) return;
    this.#loading.add(panel.name);
    const { subject } = this;
    try {
      const Panel = await panel.load();
      defineElement(this.tagPrefix, Panel);
      if (subject.id !== this.#of) return;
      const element = document.createElement(`${this.tagPrefix}-${Panel.tag}`) as PanelElement; // it was defined just now
      Object.assign(element, { session: this.session, subject });
      this.#kept.set(panel.name, element);
    } catch (error) {
      this.failure = toFailure(error);
      this.session.report(this.failure);
    } finally {
      this.#loading.delete(panel.name);
      this.requestUpdate();
    }
  }

  override render(): unknown {
    const shown = this.#shown;
    if (!shown) return '';
    const { failure } = this;
    const element = this.#kept.get(shown.name);
    return html`${this.tabless ? '' : this.#tabs(shown)}
      <div role="tabpanel" tabindex="-1" aria-label=${shown.label()}>
        ${
          failure
            ? html`<x-banner tone="danger"
                >${textOf(failure)}<x-button slot="actions" size="small" @click=${() => (this.failure = null)}
                  >${msg('Try again')}</x-button
                ></x-banner
              >`
            : (element ?? html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`)
        }
      </div>`;
  }

  #tabs(shown: OwnPanel): unknown {
    return html`<x-tabs
      label=${msg('View')}
      selected=${shown.name}
      .tabs=${this.#panels.map(({ name, label, count }) => ({ id: name, label: label(), ...(count && { count }) }))}
      @choose=${(event: CustomEvent<string>) => this.tell('choose-panel', event.detail)}
    ></x-tabs>`;
  }
}
