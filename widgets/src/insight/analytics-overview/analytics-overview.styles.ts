import { css } from 'lit';

export const analyticsOverviewStyles = css`
  /* In a box of the host's that is lower than the figures, everything is reached by scrolling. */
  .root {
    overflow: auto;
  }
  .root > * {
    flex-shrink: 0;
  }
  .table {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 560px;
  }
`;
