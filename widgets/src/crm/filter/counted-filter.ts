import { msg } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { ReactiveController } from 'lit';
import type { FailureDetail } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query, type QueryHost } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import type { Built } from './filter-builder.ts';

/** While somebody writes, nothing is counted. */
const PAUSE_MS = 300;

/** How many leads a filter takes while it is written: asked for when its writer pauses, and only when it is complete. */
export class CountedFilter implements ReactiveController {
  readonly query: Query<{ count: number }>;
  readonly #host: QueryHost;
  #asked: WrittenFilter | null = null;
  #incomplete = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** `filter` is what is asked for besides; null counts nothing. */
  constructor(host: QueryHost, filter: () => LeadFilter | null) {
    this.#host = host;
    host.addController(this);
    this.query = new Query(host, {
      key: () => (filter() && this.#asked ? ['leads', 'count', filter(), this.#asked] : null),
      ask: ({ client }) => client.leads.count({ filter: filter() ?? {}, where: this.#asked ?? {} }),
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }

  /** What is counted now; null while it is not complete. */
  get asked(): WrittenFilter | null {
    return this.#asked;
  }
  /** What the platform says of it, by paths below `where`. */
  get problems(): readonly FailureDetail[] {
    return this.query.failure?.details ?? [];
  }

  /** Begins with a filter that is there already. */
  begin(where: WrittenFilter | null): void {
    clearTimeout(this.#pause);
    [this.#asked, this.#incomplete] = [where, false];
  }

  follow({ filter, complete }: Built): void {
    clearTimeout(this.#pause);
    this.#incomplete = !complete;
    const ask = (): void => {
      this.#asked = filter;
      this.#host.requestUpdate();
    };
    if (complete) this.#pause = setTimeout(ask, PAUSE_MS);
    else this.#asked = null;
  }

  /** How many that is, in words. */
  words({ format }: Session): unknown {
    if (this.#incomplete) return msg('Something is still missing.');
    const { value, loading } = this.query;
    if (!value) return loading ? msg('Counting') : '';
    const count = html`<b>${format.number(value.count)}</b>`;
    return html`${count} ${format.plural(value.count, { one: msg('lead matches'), other: msg('leads match') })}`;
  }
}
