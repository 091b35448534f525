import { css } from 'lit';
import { avatarMarkStyles } from './avatar-mark.ts';
import { badgeMarkStyles } from './badge-mark.ts';
import { marksStyles } from './marks.styles.ts';

/** Looks of the rows, and of what stands in them. */
export const tableStyles = [
  avatarMarkStyles,
  badgeMarkStyles,
  marksStyles,
  css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      min-inline-size: 0;
      flex: 1;
      container: table / inline-size;
    }
    .scroll:focus-visible {
      outline-offset: -2px;
    }
    .scroll {
      flex: 1 1 auto;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
      overflow-anchor: none; /* Rows are put where they belong. */
      border-radius: inherit;
      position: relative;
    }
    .grid {
      /* Not max-content: shares of what is left over would ask for room as well, in their proportions. */
      min-inline-size: var(--least);
      inline-size: 100%;
    }
    .line {
      display: grid;
      grid-template-columns: var(--columns);
      align-items: center;
      min-inline-size: 100%;
    }
    .tick {
      display: inline-grid;
      place-items: center;
      flex: none;
      position: relative;
      inline-size: 24px;
      block-size: 24px;
      margin-inline: -4px;
      cursor: pointer;
    }
    .tick input {
      appearance: none;
      inline-size: 16px;
      block-size: 16px;
      border: 1px solid var(--_border-control);
      border-radius: var(--_radius-small);
      background: var(--_surface);
      cursor: inherit;
      display: grid;
      place-items: center;
    }
    .tick input:checked,
    .tick input:indeterminate {
      background: var(--_accent-mark);
      border-color: var(--_accent-mark);
    }
    .tick input:is(:checked, :indeterminate)::before {
      content: '';
      inline-size: 10px;
      block-size: 10px;
      background: var(--_surface);
      clip-path: polygon(14% 47%, 0 61%, 38% 96%, 100% 26%, 86% 12%, 38% 68%);
    }
    .tick input:indeterminate::before {
      clip-path: inset(40% 4%);
    }
    .cell {
      padding: 0 var(--_space-3);
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .cell.end {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    .cell.first {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      background: inherit;
      display: flex;
      align-items: center;
      gap: 10px;
      block-size: 100%;
    }
    /* What can be done with a row stays in sight however far its columns reach. */
    .cell.acts {
      position: sticky;
      inset-inline-end: 0;
      z-index: 1;
      background: inherit;
      display: flex;
      align-items: center;
      justify-content: flex-end;
      block-size: 100%;
    }
    .go {
      display: contents;
      color: inherit;
      text-decoration: none;
    }
    /* A name in a cell that leads elsewhere than its row. */
    .to {
      all: unset;
      cursor: pointer;
    }
    /* Its words are boxes of their own beside what is ticked or drawn: each is cut by itself. */
    .cell.first > span,
    .cell.first > .go > span {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    :host([density='compact']) {
      --row: var(--_row-height-compact);
    }
    .body {
      position: relative;
    }
    .rows {
      position: absolute;
      inset-inline: 0;
      /* A row that changes moves nothing outside. */
      contain: layout style;
    }
    .body .line.probe {
      position: absolute;
      visibility: hidden;
      inset-block-start: 0;
    }
    .body .line {
      position: relative;
      /* Rows come and go many a second: none of them is to lay out another. */
      contain: strict;
      /* A reader's larger letters make a taller row. */
      block-size: max(var(--row, var(--_row-height)), 2.5em);
      background: var(--_surface);
      border-block-end: 1px solid var(--_border);
      cursor: default;
    }
    .body.open .line {
      cursor: pointer;
    }
    .body .line:hover {
      background: var(--_hover);
    }
    .body .line.pointed {
      background: var(--_hover);
    }
    .body .line.pointed::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      z-index: 2;
      border-inline-start: 3px solid var(--_accent);
    }
    .body .line[aria-selected='true'] {
      background: var(--_accent-soft);
    }
    .cell:focus-visible {
      outline-offset: -2px;
    }
    .body .line:focus-visible {
      outline: none;
    }
    .body .line:focus-visible::after {
      /* Above the column that stays. */
      content: '';
      position: absolute;
      inset: 0;
      z-index: 2;
      border: var(--_focus-width) solid var(--_focus);
      pointer-events: none;
    }
    .coming i {
      display: block;
      block-size: 10px;
      inline-size: 62%;
      border-radius: 99px;
      background: var(--_pressed);
      /* Only when waiting is felt. */
      animation: come 200ms 150ms both;
    }
    .coming:nth-child(3n) i {
      inline-size: 48%;
    }
    .coming .end i {
      margin-inline-start: auto;
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
    .two {
      display: flex;
      flex-direction: column;
      line-height: 1.3;
      min-inline-size: 0;
    }
    .two > * {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .row {
      display: flex;
      align-items: center;
      gap: var(--_space-3);
      min-inline-size: 0;
    }
    .row > .two,
    .row > .grow {
      flex: 1;
    }
    .wrong {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      color: var(--_danger-text);
    }
    a {
      color: inherit;
    }
    @media (pointer: coarse) {
      .head .cell,
      .head button {
        min-block-size: var(--_control-height-touch);
        min-inline-size: var(--_control-height-touch);
      }
      .body .line {
        min-block-size: var(--_control-height-touch);
      }
      .tick {
        inline-size: 44px;
        block-size: 44px;
        margin-inline: -12px;
      }
      .grip {
        inline-size: 24px;
      }
    }
    .grid.cards {
      min-inline-size: 0;
    }
    .grid.cards .head {
      display: none;
    }
    .body.cards .line {
      display: block;
      block-size: max(var(--card, 76px), 4.6em);
      padding: 10px var(--_space-3);
      overflow: hidden;
    }
    .cards .card {
      display: flex;
      align-items: center;
      gap: var(--_space-3);
      block-size: 100%;
    }
    .card .caption.row {
      flex-wrap: wrap;
      gap: 0 var(--_space-2);
    }
    .cards .wrong {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    :is(.card, .card > .go) > :is(.two, .row) {
      flex: 1;
    }
    @media (forced-colors: active) {
      .line[aria-selected='true'] {
        outline: 1px solid Highlight;
        outline-offset: -1px;
      }
      .tick input {
        appearance: auto;
      }
      .tick input::before {
        display: none;
      }
    }
  `,
];
