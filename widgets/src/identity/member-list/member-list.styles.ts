import { css } from 'lit';

export const memberListStyles = css`
  .list {
    /* A mark above a line of words is no ordinary row. */
    --row: 56px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 560px;
  }
  .open {
    margin-block: var(--_space-5) var(--_space-3);
  }
`;
