import { css } from 'lit';

export const roleListStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 720px;
  }
`;
