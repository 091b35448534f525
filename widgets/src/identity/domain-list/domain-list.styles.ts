import { css } from 'lit';

export const domainListStyles = css`
  .list {
    /* A mark above a line of words is no ordinary row. */
    --row: 56px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 640px;
  }
`;
