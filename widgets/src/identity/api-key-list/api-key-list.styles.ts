import { css } from 'lit';

export const apiKeyListStyles = css`
  .list {
    /* A mark above a line of words is no ordinary row. */
    --row: 56px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 640px;
  }
  .views {
    margin-block-end: var(--_space-4);
  }
`;
