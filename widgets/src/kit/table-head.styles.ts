import { css } from 'lit';

/** Looks of the column heads. */
export const tableHeadStyles = css`
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
    min-block-size: 36px;
  }
  .head .cell {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 36px;
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .head .cell.end {
    justify-content: flex-end;
  }
  .head .cell:is(.first, .acts) {
    z-index: 3;
  }
  .head .cell:focus-visible {
    outline-offset: -2px;
  }
  .head button {
    min-inline-size: 0;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    border: 0;
    background: none;
    padding: 4px 0;
    font-weight: inherit;
    cursor: pointer;
    text-align: inherit;
    min-block-size: 24px;
  }
  .head button:hover {
    color: var(--_text);
  }
  /* Languages with longer words have two lines. */
  .head .cut {
    white-space: normal;
    line-height: 1.2;
    text-align: inherit;
    hyphens: auto;
    overflow-wrap: break-word;
  }
  .head .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
    user-select: none;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset-block: 9px;
    inset-inline-end: 0;
    inline-size: 1px;
    background: var(--_border);
  }
  .grip:hover::after,
  .grip.dragged::after {
    inset-block: 0;
    inline-size: 2px;
    background: var(--_accent-mark);
  }
`;
