import { css } from 'lit';

/** Groups of records that may be the same, each record in a line. */
export const duplicatesStyles = css`
  .stack,
  section {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
  }
  section {
    gap: var(--_space-1);
    padding-block-end: var(--_space-3);
    border-block-end: 1px solid var(--_border);
  }
  h3 {
    margin: 0;
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 44px;
  }
  .two {
    display: flex;
    flex-direction: column;
    flex: 1 1 180px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
