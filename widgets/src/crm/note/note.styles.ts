import { css } from 'lit';

/** What notes and activities look like on a record's page. */
export const noteStyles = css`
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: var(--_space-3);
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_border);
  }
  .entry:last-child {
    border: 0;
  }
  .entry > .mark {
    inline-size: 28px;
    block-size: 28px;
    display: grid;
    place-items: center;
    border-radius: 50%;
    color: var(--_text-muted);
    background: var(--_sunken);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px var(--_space-2);
    min-block-size: 28px;
    align-content: center;
  }
  .said {
    grid-column: 2;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    line-height: var(--_line-height-text);
    max-inline-size: 72ch;
  }
  .said:empty {
    display: none;
  }
  .said a {
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .mention {
    padding: 1px 3px;
    border-radius: 4px;
    color: var(--_accent-text);
    background: var(--_accent-soft);
    font-weight: var(--_font-weight-medium);
  }
  .pinned {
    padding-inline: var(--_space-3);
    margin-block-end: var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_sunken);
  }
  .pinned:last-child {
    border: 1px solid var(--_border);
  }
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
  }
  .entry form {
    grid-column: 2 / -1;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
  }
`;
