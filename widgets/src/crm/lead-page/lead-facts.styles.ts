import { css } from 'lit';

export const leadFactsStyles = css`
  section + section,
  .more {
    margin-block-start: var(--_space-4);
  }
  h2 {
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
    padding-block-end: var(--_space-1);
  }
  dl {
    display: flex;
    flex-direction: column;
    margin: 0;
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(96px, 34%) minmax(0, 1fr);
    column-gap: var(--_space-2);
    align-items: start;
    min-block-size: 32px;
    border-radius: var(--_radius-control);
    font-size: var(--_font-size-s);
  }
  .fact dt {
    color: var(--_text-muted);
    padding-block: 6px;
  }
  dd {
    margin: 0;
    min-inline-size: 0;
  }
  .fact dd {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-1);
  }
  .words {
    flex: 1;
    min-inline-size: 0;
    padding-block: 6px;
    overflow-wrap: anywhere;
  }
  .fact a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    color: var(--_accent-text);
    @media (pointer: coarse) {
      min-block-size: 44px;
    }
  }
  .fact .edit {
    opacity: 0;
  }
  .fact:hover .edit,
  .fact .edit:focus-within {
    opacity: 1;
  }
  @media (hover: none) {
    .fact .edit {
      opacity: 1;
    }
  }
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    margin-block: var(--_space-2);
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
  }
  .acts {
    display: flex;
    gap: var(--_space-2);
  }
  .more {
    align-self: start;
  }
`;
