import type { BulkStart } from '@tabard/contract/crm/bulk-operation';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import type { Selection } from '../../kit/table-selection.ts';
import type { Toast } from '../../kit/toaster.ts';

interface Rows {
  /** What is chosen now. */
  selection: () => Selection;
  choose: (selection: Selection) => void;
  /** Takes rows off the list before the platform did; the function puts them back. */
  without: (ids: ReadonlySet<string>) => () => void;
  toast: (toast: Toast) => void;
}

const nothing: Selection = { all: false, ids: new Set() };
/** What may be old when something was done to many leads. */
const AREAS = ['leads', 'lists', 'tags', 'suppressions'];

/** What is done to chosen rows: what leaves the list does so ahead of the platform, and comes back, chosen, when that was refused. */
export class BulkRun {
  readonly #host: ReactiveControllerHost;
  readonly #rows: Rows;
  #ask: BulkStart | null = null;
  #takeBack: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, rows: Rows) {
    [this.#host, this.#rows] = [host, rows];
  }

  readonly begin = ({ detail }: CustomEvent<BulkStart>): void => {
    const { selection, choose, without } = this.#rows;
    const chosen = selection();
    const { kind } = detail.action;
    const unlist =
      detail.ids && (kind === 'archive' || kind === 'restore' || kind === 'delete')
        ? without(new Set(detail.ids))
        : null;
    this.#takeBack = () => {
      unlist?.();
      choose(chosen);
    };
    this.#ask = detail;
    choose(nothing);
    this.#host.requestUpdate();
  };

  view(session: Session): TemplateResult | '' {
    if (!this.#ask) return '';
    return html`<x-bulk-panel
      .session=${session}
      .ask=${this.#ask}
      @toast=${(event: CustomEvent<Toast>) => this.#rows.toast(event.detail)}
      @refused=${() => this.#takeBack()}
      @ended=${() => AREAS.forEach((area) => session.cache.invalidate([area]))}
    ></x-bulk-panel>`;
  }
}
