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
  .with {
    display: grid;
    gap: var(--_space-5);
    align-items: start;
  }
  .with:has(> .beside) {
    grid-template-columns: minmax(0, 1fr) minmax(340px, 34%);
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
  .views,
  .selection {
    margin-block-end: var(--_space-3);
  }
  .selection {
    padding: 4px 12px;
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: var(--_font-weight-medium);
    font-size: var(--_font-size-s);
  }
`;
