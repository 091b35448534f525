import { msg } from '@lit/localize';
import type { TimelineEntry, TimelineNoun } from '@tabard/contract';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { icon } from '../../kit/draw-icon.ts';
import type { Day } from './entries-by-day.ts';
import type { Told } from './event-labels.ts';
import type * as more from './show-more.ts';
import type * as telling from './tell-entries.ts';
import { timelineStyles } from './timeline.styles.ts';

/**
 * What happened to one lead, campaign or mailbox, by day, the newest first: what people did to it and what became of its
 * mails. What happens while it is looked at appears by itself.
 *
 * @summary The history of a lead, a campaign or a mailbox.
 * @csspart heading - The words above the days.
 * @csspart day - A day with what happened on it.
 * @csspart entry - One thing that happened.
 * @csspart icon - The drawing of its kind.
 */
export class Timeline extends Widget {
  static override tag = 'timeline';
  static override widgetName = 'timeline' as const;
  static override styles = [Widget.styles, timelineStyles];
  protected override readonly skeleton = 'text';

  /** What it tells of. */
  @property() noun: TimelineNoun = 'lead';
  /** Whose history it is: the id of the lead, the campaign or the mailbox. */
  @property({ attribute: 'record-id' }) recordId = '';
  /** Stands in an element that the session was made for, and needs no grant of its own. @internal */
  @property({ attribute: false }) within = false;

  /** Only these kinds; null for all. @internal */
  @property({ attribute: false }) kinds: readonly string[] | null = null;
  /** Without a heading: where it stands says what it is. @internal */
  @property({ attribute: false }) bare = false;

  /** Why there is not more. */
  @state() private noMore = '';

  readonly #list = new ListQuery<TimelineEntry>(this, {
    key: () => (this.recordId ? ['timeline', this.noun, this.recordId, ...(this.kinds ?? [])] : null),
    ask: async ({ client }, page) => {
      const subject = { noun: this.noun, id: this.recordId };
      const [answer] = await Promise.all([
        client.timeline.list({ ...page, subject, ...(this.kinds && { kinds: [...this.kinds] }) }),
        loadTelling(),
      ]);
      if (answer.nextCursor) {
        ending ??= await import('./show-more.ts');
        defineElement(this.tagPrefix, ending.Button);
      }
      return answer;
    },
    limit: 20,
    onFailure: this.onFailure,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('noun') || changed.has('recordId')) this.noMore = '';
  }

  protected override mayShow(session: Session): boolean {
    return session.can(`${this.noun}.read`) && (this.within || session.shows('timeline'));
  }

  protected override view(session: Session): TemplateResult {
    return html`${this.bare ? '' : html`<h2 part="heading">${msg('Activity')}</h2>`}
    ${this.recordId ? this.show(this.#list, ({ items }) => this.#days(items, session)) : this.#days([], session)}`;
  }

  #days(entries: readonly TimelineEntry[], session: Session): TemplateResult {
    if (entries.length === 0 || !loaded) {
      return html`<x-empty
        drawing="chart"
        heading=${msg('Nothing has happened yet')}
        text=${msg('Changes, mails and replies will appear here.')}
      ></x-empty>`;
    }
    const { entriesByDay, tellEvent } = loaded;
    return html`${entriesByDay(entries, session).map((day) => this.#day(day, tellEvent))}
    ${this.#list.hasMore ? ending?.moreView({ list: this.#list, problem: this.noMore, show: this.#showMore }) : ''}`;
  }

  #day({ name, entries }: Day, tellEvent: Telling['tellEvent']): TemplateResult {
    return html`<article part="day" aria-label=${name}>
      <h3>${name}</h3>
      <ol>
        ${entries.map(({ entry, time }) => this.#entry(entry, tellEvent(entry, this.noun, this.format), time))}
      </ol>
    </article>`;
  }

  #entry(entry: TimelineEntry, { words, detail, icon: drawing, tone }: Told, time: string): TemplateResult {
    return html`<li part="entry" tabindex="-1" data-id=${entry.id}>
      <span class="mark ${tone}">${icon(drawing)}</span>
      <div class="told">
        ${words} ${detail ? html`<div class="detail" dir="auto" title=${detail}>${detail}</div>` : ''}
        ${entry.actor ? html`<div class="caption">${loaded?.doneBy(entry.actor)}</div>` : ''}
      </div>
      <time class="caption num" datetime=${entry.at} title=${this.format.dateTime(entry.at)}>${time}</time>
    </li>`;
  }

  /** The focus goes on to the first thing that came, as the button goes further down or away. */
  readonly #showMore = async (): Promise<void> => {
    const { noun, recordId } = this;
    const { problem, first } = (await ending?.askForMore(this.#list)) ?? { problem: '' };
    if (noun !== this.noun || recordId !== this.recordId) return;
    this.noMore = problem;
    await this.updateComplete;
    if (first) this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(first)}"]`)?.focus();
  };
}

type Telling = typeof telling;
/** No timeline has an answer without it. */
let loaded: Telling | undefined;
const loadTelling = async (): Promise<void> => void (loaded ??= await import('./tell-entries.ts'));

/** None has a further page without it. */
let ending: typeof more | undefined;
