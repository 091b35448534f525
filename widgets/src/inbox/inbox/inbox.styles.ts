import { css } from 'lit';

export const inboxStyles = css`
  :host {
    block-size: clamp(480px, 80vh, 900px);
  }
  .panes {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template-columns: 376px minmax(0, 1fr) 270px;
    overflow: hidden;
  }
  .list {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border-inline-end: 1px solid var(--_border);
  }
  .list .top {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding: var(--_space-3);
    border-block-end: 1px solid var(--_border);
  }
  .aside-head {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 32px;
  }
  .aside-head h2 {
    font-size: var(--_font-size-m);
    font-weight: var(--_font-weight-strong);
  }
  .search {
    inline-size: 100%;
  }
  .other {
    flex: none;
    margin-block-start: auto;
    padding: var(--_space-1) var(--_space-3);
    border-block-start: 1px solid var(--_border);
  }
  .empty {
    display: flex;
    flex: 1;
  }
  aside {
    border-inline-start: 1px solid var(--_border);
    padding: var(--_space-5) var(--_space-4);
    overflow: auto;
    display: flex;
    flex-direction: column;
    gap: var(--_space-5);
  }
  aside h3 {
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
    margin-block-end: var(--_space-2);
  }
  .person {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-inline-size: 0;
  }
  .keys {
    margin-block-start: auto;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 10px;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  kbd {
    font-family: inherit;
    font-size: 11px;
    line-height: 1;
    padding: 2px 5px;
    border: 1px solid var(--_border-strong);
    border-block-end-width: 2px;
    border-radius: 4px;
    text-align: center;
  }
  @container widget (max-width: 1040px) {
    .panes {
      grid-template-columns: 310px minmax(0, 1fr);
    }
    aside {
      display: none;
    }
  }
  @container widget (max-width: 680px) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      border: 0;
    }
    .reading .list,
    .panes:not(.reading) .reader {
      display: none;
    }
  }
`;
