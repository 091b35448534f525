import { css } from 'lit';

/** A list in a panel: a long one scrolls by itself, once a window has no room for more of it. */
export const listPanelStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: max(560px, 100dvh - 176px);
  }
`;
