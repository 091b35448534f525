import { css } from 'lit';

export const leadTableStyles = css`
  .bar .row {
    flex-wrap: wrap;
  }
  .bar h1 .count {
    font-size: var(--_font-size-m);
    font-weight: var(--_font-weight-normal);
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  @container widget (max-width: 520px) {
    .filters > .push {
      inline-size: 100%;
      margin: 0;
    }
  }
  :host {
    block-size: clamp(420px, 78vh, 860px);
  }
  .list {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .filters {
    display: flex;
    gap: var(--_space-2);
    flex-wrap: wrap;
    align-items: center;
    padding-block-end: var(--_space-3);
    min-block-size: 46px;
  }
  .chips {
    flex: 1 1 auto;
  }
  .filters > .push {
    inline-size: 220px;
  }
  .conditions {
    flex: 1 1 100%;
    order: 2;
  }
  .chosen {
    margin-block-end: 8px;
  }
  @container widget (max-width: 520px) {
    /* What filters and what arranges share a line, the search has one of its own. */
    .filters > .push {
      order: 1;
      inline-size: 100%;
    }
  }
`;
