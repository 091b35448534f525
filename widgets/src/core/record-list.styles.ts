import { css } from 'lit';

export const recordListStyles = css`
  h1 .badge {
    align-self: center;
  }
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 760px;
  }
  .with:has(> .beside) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(340px, 34%);
    gap: var(--_space-5);
    align-items: start;
  }
  .below {
    padding-block-start: var(--_space-5);
  }
  /* What is searched says itself in full while there is room for it. */
  .bar > .row {
    flex: 1 1 400px;
    justify-content: flex-end;
  }
  .bar .grow {
    flex: 0 1 280px;
    min-inline-size: 0;
  }
  @media (max-width: 460px) {
    .bar > .row {
      flex-wrap: wrap;
    }
    .bar .grow {
      flex: 1 0 100%;
    }
    .bar [variant='primary'] {
      margin-inline-start: auto;
    }
  }
  .views {
    padding-block-end: var(--_space-3);
  }
  .selection {
    padding: 4px 8px 4px 14px;
    margin-block-end: var(--_space-3);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: var(--_font-weight-medium);
    font-size: var(--_font-size-s);
  }
`;
