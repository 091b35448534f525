import { css } from 'lit';

/** Several badges in one line of a row or a card, each cut where it is too long. */
export const marksStyles = css`
  .marks {
    display: flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
  }
  .marks .cut {
    line-height: 1.5;
  }
`;
