import { nothing, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import { boardWords as say } from './board-labels.ts';
import { icon } from './draw-icon.ts';

export interface BoardCard {
  id: string;
  column: string;
  title: string;
  /** Where it leads, for another tab or to be copied; left out where it has no address. */
  href?: string | null;
  /** Three at most: the first on a line of its own, the last at the end. A function is asked for them when the card is drawn. */
  facts: readonly unknown[] | (() => readonly unknown[]);
}
interface CardState {
  /** Tab comes here; all others are reached by arrows. */
  reached: boolean;
  movable: boolean;
  /** Its move is on the way to the platform. */
  waiting: boolean;
  lifted: boolean;
  /** It just came back because its move failed. */
  back: boolean;
  /** What is in the hand would come right below it, or right above. */
  mark: 'below' | 'above' | '';
  /** The card right above it, drawn or not. */
  above: string | null;
  /** Its place in its column from 1, and how many there are. */
  place: number;
  count: number;
}
interface CardActs {
  focus: () => void;
  blur: () => void;
  open: () => void;
  menu: (button: HTMLElement) => void;
}

function opener({ title, href }: BoardCard, { reached, movable, waiting }: CardState, acts: CardActs): TemplateResult {
  const tab = reached ? 0 : -1;
  const how = movable ? 'how' : nothing;
  const busy = waiting ? 'true' : nothing;
  const open = (event: MouseEvent): void => {
    // With a key held down the browser opens the link elsewhere, as with any link.
    if (href && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    acts.open();
  };
  return href
    ? html`<a
        class="open"
        dir="auto"
        href=${href}
        draggable="false"
        tabindex=${tab}
        aria-describedby=${how}
        aria-busy=${busy}
        @focus=${acts.focus}
        @blur=${acts.blur}
        @click=${open}
        >${title}</a
      >`
    : html`<button
        class="open"
        dir="auto"
        type="button"
        tabindex=${tab}
        aria-describedby=${how}
        aria-busy=${busy}
        @focus=${acts.focus}
        @blur=${acts.blur}
        @click=${open}
      >
        ${title}
      </button>`;
}

/** One card: its title is the button or the link that opens it, a small one beside it moves it without dragging. */
export function boardCard(card: BoardCard, state: CardState, acts: CardActs): TemplateResult {
  const { reached, movable, waiting, lifted, back, mark } = state;
  const facts = typeof card.facts === 'function' ? card.facts() : card.facts;
  const looks = [waiting && 'waiting', lifted && 'lifted', back && 'back', movable && 'movable', mark].filter(Boolean);
  return html`<li class="cell" aria-posinset=${state.place} aria-setsize=${state.count}>
    <div class="card ${looks.join(' ')}" part="card" data-card=${card.id} data-above=${state.above ?? nothing}>
      ${opener(card, state, acts)}
      ${
        movable
          ? html`<button
              class="move"
              type="button"
              tabindex=${reached ? 0 : -1}
              aria-haspopup="menu"
              aria-label=${say.move(card.title)}
              ?disabled=${waiting}
              @click=${({ currentTarget }: Event) => currentTarget instanceof HTMLElement && acts.menu(currentTarget)}
            >
              ${icon('more')}
            </button>`
          : ''
      }
      ${
        facts.length > 0
          ? html`<div class="facts">
              ${facts.slice(0, 3).map((fact) => html`<span class="cut" dir="auto">${fact}</span>`)}
            </div>`
          : ''
      }
    </div>
  </li>`;
}
