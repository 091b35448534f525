import { css } from 'lit';

/** A card of a board: at rest, under the pointer, in the hand, on its way, and come back. */
export const boardCardStyles = css`
  .cell {
    padding-block-end: 6px;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    padding: 10px 6px 10px 12px;
    padding-inline: 12px 6px;
    border-radius: var(--_radius-control);
    background: var(--_surface);
    box-shadow:
      var(--_shadow-small),
      0 0 0 1px var(--_border);
    cursor: pointer;
  }
  .movable {
    cursor: grab;
    user-select: none;
    -webkit-touch-callout: none;
  }
  .card:hover {
    box-shadow:
      var(--_shadow-small),
      0 0 0 1px var(--_border-strong);
  }
  .card:has(.open:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -1px;
  }
  .open {
    border: 0;
    padding: 0;
    background: none;
    color: inherit;
    text-decoration: none;
    min-inline-size: 0;
    min-block-size: 24px;
    /* Names run their own way and stand on the page's side. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    font-size: var(--_font-size-m);
    font-weight: var(--_font-weight-medium);
    line-height: 1.35;
    cursor: inherit;
    outline: none !important;
  }
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .facts {
    grid-column: 1 / 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 3px 10px;
    padding-inline-end: 6px;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
    min-inline-size: 0;
  }
  .facts > span {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .facts > span:first-child {
    grid-column: 1 / 3;
  }
  .facts > span:nth-child(3) {
    font-variant-numeric: tabular-nums;
  }
  .move {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
    opacity: 0;
  }
  .card:hover .move,
  .card:focus-within .move {
    opacity: 1;
  }
  .move:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .below::after,
  .above::after {
    content: '';
    position: absolute;
    inset: auto 0 -5px;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_accent-mark);
  }
  .above::after {
    inset: -5px 0 auto;
  }
  .waiting {
    cursor: progress;
  }
  .waiting .open {
    color: var(--_text-muted);
  }
  .card.lifted {
    background: transparent;
    box-shadow: inset 0 0 0 1px var(--_border-strong);
  }
  .lifted .open {
    color: var(--_text-muted);
  }
  .back {
    animation: back 900ms var(--_ease-out);
  }
`;
