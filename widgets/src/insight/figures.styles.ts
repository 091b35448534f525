import { css } from 'lit';

/** A row of figures, the chart and the funnel below it, and what the numbers count. */
export const figuresStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 1px;
    background: var(--_border);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    overflow: hidden;
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block: var(--_space-4);
  }
  .charts > * {
    padding: var(--_card-padding);
    padding-block-start: 10px;
    display: flex;
    flex-direction: column;
  }
  .charts > * > * {
    flex: 1;
  }
  .chart {
    min-block-size: 290px;
  }
  .meaning {
    margin-block-start: var(--_space-4);
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  .meaning summary {
    inline-size: fit-content;
    min-block-size: 28px;
    cursor: pointer;
    border-radius: var(--_radius-small);
  }
  .meaning dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px var(--_space-4);
    padding-block: var(--_space-2);
  }
  .meaning dt {
    font-weight: var(--_font-weight-medium);
    color: var(--_text);
  }
  @media (pointer: coarse) {
    .meaning summary {
      min-block-size: var(--_control-height-touch);
      padding-block: 12px;
    }
  }
  @container widget (max-width: 980px) {
    .figures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container widget (max-width: 520px) {
    .figures {
      grid-template-columns: 1fr 1fr;
    }
    .meaning dl {
      grid-template-columns: 1fr;
    }
  }
`;
