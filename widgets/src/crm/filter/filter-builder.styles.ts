import { css } from 'lit';

export const filterBuilderStyles = css`
  :host {
    display: block;
    container: builder / inline-size;
  }
  .group {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .group .group {
    padding: var(--_space-3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_sunken);
  }
  .group .group .group {
    background: var(--_surface);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }
  .head x-select,
  .head [part='match'] {
    flex: 0 1 280px;
    min-inline-size: 0;
  }
  .head .acts {
    margin-inline-start: auto;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr) minmax(0, 1.7fr) auto;
    gap: var(--_space-2);
    align-items: start;
  }
  .part.bare {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .part > .group {
    grid-column: 1 / -1;
  }
  .acts {
    grid-column: -2;
    grid-row: 1;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--_space-2);
    align-items: start;
  }
  .two:has(> .muted) {
    grid-template-columns: minmax(0, 1fr);
  }
  .two > .muted {
    font-size: var(--_font-size-s);
  }
  .several {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .several > .another {
    flex: 1 0 100%;
  }
  .problem {
    grid-column: 1 / -1;
    font-size: var(--_font-size-xs);
    color: var(--_danger-text);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .none {
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
  }
  @container builder (max-width: 560px) {
    .part {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block-end: var(--_space-3);
      border-block-end: var(--_border-width) solid var(--_border);
    }
    .part:last-of-type {
      border-block-end: 0;
      padding-block-end: 0;
    }
    .part > :not(.acts, :first-child) {
      grid-column: 1 / -1;
    }
    .group .group {
      padding: var(--_space-2);
    }
  }
`;
