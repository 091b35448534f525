import { css } from 'lit';

export const memberListStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 560px;
  }
  .open {
    margin-block: var(--_space-5) var(--_space-3);
  }
`;
