import type { ReactiveControllerHost } from 'lit';
import type { BoardCard } from './board-card.ts';
import { RowWindow } from './row-window.ts';

interface Lanes {
  /** The list of a column that scrolls, once it is drawn. */
  scrollerOf: (columnId: string) => HTMLElement | null;
  cardsOf: (columnId: string) => readonly BoardCard[];
  /** The end of what is there of a column is about to be seen. */
  nearEnd: (columnId: string) => void;
}
/** So many cards before the end, more are asked for. */
const AHEAD = 8;

/** The windows of a board's columns: of each only the cards in view are drawn, however many there are. */
export class BoardWindows {
  readonly #host: ReactiveControllerHost;
  readonly #lanes: Lanes;
  readonly #windows = new Map<string, RowWindow>();

  constructor(host: ReactiveControllerHost, lanes: Lanes) {
    [this.#host, this.#lanes] = [host, lanes];
  }

  of(columnId: string): RowWindow {
    const known = this.#windows.get(columnId);
    if (known) return known;
    const { scrollerOf, cardsOf, nearEnd } = this.#lanes;
    const made = new RowWindow(this.#host, {
      scroller: () => scrollerOf(columnId),
      count: () => cardsOf(columnId).length,
      idAt: (index) => cardsOf(columnId)[index]?.id,
      onView: (_from, until) => {
        if (until >= cardsOf(columnId).length - AHEAD) nearEnd(columnId);
      },
    });
    this.#windows.set(columnId, made);
    // Made while the board draws: it has missed the beginning of that.
    made.hostUpdate();
    return made;
  }

  /** Lets go of columns that are not there any more. */
  keep(columnIds: readonly string[]): void {
    for (const [id, window] of this.#windows) {
      if (columnIds.includes(id)) continue;
      window.hostDisconnected();
      this.#host.removeController(window);
      this.#windows.delete(id);
    }
  }
}
