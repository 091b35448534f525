import { css } from 'lit';

export const apiKeyListStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 640px;
  }
  .views {
    margin-block-end: var(--_space-4);
  }
`;
