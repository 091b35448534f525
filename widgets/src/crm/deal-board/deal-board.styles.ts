import { css } from 'lit';

export const dealBoardStyles = css`
  :host {
    block-size: clamp(420px, 78vh, 860px);
  }
  .board {
    flex: 1;
    min-block-size: 0;
  }
  .table {
    flex: 1;
    min-block-size: 0;
  }
  .views {
    gap: var(--_space-3);
    flex-wrap: wrap;
  }
  .two {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .two > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
